import type { ReactNode } from 'react';
import type * as z from 'zod';
import type { ImportJobCardSchema } from '../../../shared/domain/import-job/import-job-listings.ts';
import { importRoutes } from '../../../shared/http/routes/imports.ts';
import { AGGREGATE_KIND_NAMES } from '../../../shared/reference/aggregate-kinds.ts';
import { useMay } from '../api/use-api.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { EntryTable } from '../parts/entry-table.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { BeginImport } from './begin-import.tsx';
import { ImportStatus } from './import-status.tsx';
import { IMPORTS } from './imports-words.ts';

type Card = z.infer<typeof ImportJobCardSchema>;

/** Imports, the latest first, and a new one. */
export const ImportList = (): ReactNode => {
  const { say, read } = useSpeech(IMPORTS);
  const may = useMay();
  const imports = usePages(importRoutes.listImports, { query: {} });
  const columns = [
    {
      title: say('column.file'),
      cell: ({ importId, fileName }: Card) => (
        <SubjectLink kind="import-job" id={importId}>
          {fileName}
        </SubjectLink>
      ),
    },
    { title: say('column.kind'), width: '8rem', cell: ({ kind }: Card) => read(AGGREGATE_KIND_NAMES[kind]) },
    { title: say('column.status'), width: '13rem', cell: ({ status }: Card) => <ImportStatus status={status} /> },
    { title: say('column.by'), width: '10rem', cell: ({ openedBy }: Card) => openedBy },
    { title: say('column.since'), width: '13rem', cell: ({ since }: Card) => <Moment at={since} relative /> },
  ];
  return (
    <Screen title={say('title')}>
      {may(importRoutes.openImport) && <BeginImport />}
      <Panel title={say('earlier')}>
        <EntryTable
          label={say('earlier')}
          pages={imports}
          columns={columns}
          rowKey={({ importId }) => importId}
          fetchOnScroll
        />
      </Panel>
    </Screen>
  );
};
