import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import { type ReactNode, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { MAXIMUM_FILE_BYTES } from '../../../shared/domain/import-job/import-job-state.ts';
import type { SpreadsheetKind } from '../../../shared/domain/import-job/spreadsheet-kind.ts';
import { spreadsheetRoutes } from '../../../shared/http/routes/spreadsheets.ts';
import { useSpeech } from '../i18n/language.ts';
import { Choice } from '../parts/choice.tsx';
import { DownloadButton } from '../parts/download-button.tsx';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { Panel } from '../parts/screen.tsx';
import { REGISTRY_AREAS } from '../registry/registry-areas.ts';
import { FileDrop } from './file-drop.tsx';
import { IMPORTS } from './imports-words.ts';
import { NotUploaded } from './upload.ts';
import { useImportFile } from './use-import-file.ts';
import './imports.css';

const MEGABYTE = 1024 * 1024;
const FORMATS = ['xlsx', 'csv'] as const;
const KINDS = Object.keys(REGISTRY_AREAS) as SpreadsheetKind[];

const Failed = ({ failure }: Pick<ReturnType<typeof useImportFile>, 'failure'>): ReactNode => {
  const { say } = useSpeech(IMPORTS);
  if (failure === undefined) return null;
  if (failure instanceof NotUploaded) return <Alert type="error" role="alert" showIcon title={say('upload.failed')} />;
  return <ProblemAlert error={failure} />;
};

/** Chooses what is imported and the file, sends it in and goes where its check can be followed. */
export const BeginImport = (): ReactNode => {
  const { say, read } = useSpeech(IMPORTS);
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const kind = KINDS.find((each) => each === search.get('kind')) ?? 'team';
  const [file, setFile] = useState<File>();
  const { part, failure, send } = useImportFile();
  const [isSending, setSending] = useState(false);
  const isTooLarge = file !== undefined && file.size > MAXIMUM_FILE_BYTES;
  const start = async (chosen: File): Promise<void> => {
    setSending(true);
    const importId = await send(kind, chosen);
    setSending(false);
    if (importId !== undefined) await navigate(`/imports/${importId}`);
  };
  return (
    <Panel title={say('begin')}>
      <p className="muted">{say('begin.how')}</p>
      <div className="filters">
        <span className="import-kind">
          <label htmlFor="import-kind">{say('kind')}</label>
          <Choice
            id="import-kind"
            options={KINDS.map((each) => [each, read(REGISTRY_AREAS[each].title)] as const)}
            value={kind}
            onChange={(chosen) => setSearch({ kind: chosen ?? 'team' }, { replace: true })}
          />
        </span>
        {FORMATS.map((format) => (
          <DownloadButton
            key={format}
            contract={spreadsheetRoutes.readTemplate}
            input={{ params: { file: `${kind}.${format}` } }}
            fileName={`${kind}.${format}`}
          >
            {say(`template.${format}`)}
          </DownloadButton>
        ))}
      </div>
      <FileDrop file={file} onFile={setFile} />
      {isTooLarge && (
        <Alert type="error" role="alert" title={say('file.too-large', { megabytes: MAXIMUM_FILE_BYTES / MEGABYTE })} />
      )}
      <Failed failure={failure} />
      {part !== undefined && <progress aria-label={say('uploading')} value={part} />}
      <div className="form-foot">
        <Button
          type="primary"
          disabled={file === undefined || isTooLarge}
          loading={isSending}
          onClick={() => file && void start(file)}
        >
          {say('check')}
        </Button>
      </div>
    </Panel>
  );
};
