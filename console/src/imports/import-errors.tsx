import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import type { CellError } from '../../../shared/domain/import-job/cell-error.ts';
import { importRoutes } from '../../../shared/http/routes/imports.ts';
import type { ImportJobView } from '../../../shared/http/views/import-job.ts';
import { useMay } from '../api/use-api.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { DownloadButton } from '../parts/download-button.tsx';
import { EntryTable } from '../parts/entry-table.tsx';
import { Panel } from '../parts/screen.tsx';
import { IMPORTS } from './imports-words.ts';

/** All cells of a file that are wrong: where each stands, what stands there, and what is wrong with it. */
export const ImportErrors = ({ job }: { readonly job: ImportJobView }): ReactNode => {
  const { say, read } = useSpeech(IMPORTS);
  const may = useMay();
  const { importId, errors: count, status, fileName, kind } = job;
  const params = { importId };
  const errors = usePages(importRoutes.listImportErrors, { params, query: { limit: 100 } });
  const columns = [
    { title: say('error.cell'), width: '6rem', cell: ({ cell }: CellError) => <strong>{cell}</strong> },
    { title: say('error.sheet'), width: '8rem', cell: ({ sheet }: CellError) => sheet },
    { title: say('error.row'), width: '4rem', cell: ({ row }: CellError) => row },
    { title: say('error.column'), width: '10rem', cell: ({ column }: CellError) => column },
    {
      title: say('error.value'),
      width: '14rem',
      cell: ({ value }: CellError) =>
        value === undefined ? <span className="muted">{say('value.hidden')}</span> : <code>{value}</code>,
    },
    { title: say('error.reason'), cell: ({ reason }: CellError) => read(reason) },
  ];
  const told = say(status === 'done' || status === 'applying' ? 'errors.late' : 'errors.what', { count });
  return (
    <Panel
      title={say('errors')}
      actions={
        <>
          <DownloadButton
            contract={importRoutes.exportImportErrors}
            input={{ params }}
            fileName={`${fileName}-errors.csv`}
          >
            {say('errors.file')}
          </DownloadButton>
          {may(importRoutes.openImport) && (
            <Button type="primary" href={`#/imports?kind=${kind}`}>
              {say('again')}
            </Button>
          )}
        </>
      }
    >
      <Alert type="error" role="alert" showIcon title={told} className="import-told" />
      <EntryTable
        label={say('errors')}
        pages={errors}
        columns={columns}
        rowKey={({ sheet, cell, reason }) => [sheet, cell, reason.zh].join(' ')}
        fetchOnScroll
      />
    </Panel>
  );
};
