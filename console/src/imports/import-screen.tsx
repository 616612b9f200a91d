import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Form from 'antd/es/form';
import Input from 'antd/es/input';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { importRoutes } from '../../../shared/http/routes/imports.ts';
import type { ImportJobView } from '../../../shared/http/views/import-job.ts';
import { AGGREGATE_KIND_NAMES } from '../../../shared/reference/aggregate-kinds.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { StoryTimeline } from '../ledger/story-timeline.tsx';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { Facts } from '../parts/facts.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { REGISTRY_AREAS } from '../registry/registry-areas.ts';
import { ImportErrors } from './import-errors.tsx';
import { ImportProgress } from './import-progress.tsx';
import { ImportStatus } from './import-status.tsx';
import { IMPORTS } from './imports-words.ts';
import './imports.css';

/** As long as it is being looked at, or waits for somebody's word. */
const CAN_BE_CANCELLED: readonly ImportJobView['status'][] = ['awaiting-file', 'reading', 'checking', 'ready'];

interface JobProps {
  readonly job: ImportJobView;
}

const Apply = ({ job: { importId, digest = '', tally } }: JobProps): ReactNode => {
  const { say } = useSpeech(IMPORTS);
  const command = useCommand(importRoutes.applyImport);
  const { registered = 0, changed = 0 } = tally ?? {};
  return (
    <CommandDialog<object, Parameters<typeof command.run>[0], ImportJobView>
      act={say('apply')}
      command={command}
      primary
      inputOf={() => ({ params: { importId }, body: { digest } })}
    >
      <p>{say('apply.what', { registered, changed })}</p>
    </CommandDialog>
  );
};

const Cancel = ({ job: { importId } }: JobProps): ReactNode => {
  const { say } = useSpeech(IMPORTS);
  const command = useCommand(importRoutes.cancelImport);
  return (
    <CommandDialog<{ readonly reason: string }, Parameters<typeof command.run>[0], ImportJobView>
      act={say('cancel')}
      command={command}
      danger
      inputOf={(body) => ({ params: { importId }, body })}
    >
      <Form.Item name="reason" label={say('reason')} rules={[{ required: true, message: say('required') }]}>
        <Input />
      </Form.Item>
    </CommandDialog>
  );
};

const Told = ({ job }: JobProps): ReactNode => {
  const { say, read } = useSpeech(IMPORTS);
  const { status, problem, reason = '', kind } = job;
  if (problem) return <Alert type="error" role="alert" showIcon title={read(problem)} />;
  if (status === 'cancelled') return <Alert type="info" showIcon title={say('state.cancelled', { reason })} />;
  if (status === 'awaiting-file') return <Alert type="warning" showIcon title={say('state.awaiting-file')} />;
  if (status === 'ready') return <Alert type="success" role="status" showIcon title={say('state.ready')} />;
  if (status !== 'done') return null;
  return (
    <Alert
      type="success"
      role="status"
      showIcon
      title={say('state.done')}
      action={<Button href={`#/${REGISTRY_AREAS[kind].path}`}>{say('to-list')}</Button>}
    />
  );
};

const TALLIED = ['registered', 'changed', 'unchanged'] as const;

const FileFacts = ({ job }: JobProps): ReactNode => {
  const { say, read } = useSpeech(IMPORTS);
  const { kind, size, rows, openedBy, appliedBy, since, tally } = job;
  return (
    <Panel title={say('facts')}>
      <Facts
        facts={[
          [say('column.status'), <ImportStatus key="status" status={job.status} />],
          [say('column.kind'), read(AGGREGATE_KIND_NAMES[kind])],
          [say('rows'), rows],
          [say('size'), `${size.toLocaleString()} B`],
          [say('opened-by'), openedBy],
          [say('applied-by'), appliedBy],
          [say('column.since'), <Moment key="since" at={since} relative />],
          ...TALLIED.map((each) => [say(each), tally?.[each]] as const),
        ]}
      />
    </Panel>
  );
};

const Actions = ({ job }: JobProps): ReactNode => {
  const may = useMay();
  return (
    <>
      {job.status === 'ready' && may(importRoutes.applyImport) && <Apply job={job} />}
      {CAN_BE_CANCELLED.includes(job.status) && may(importRoutes.cancelImport) && <Cancel job={job} />}
    </>
  );
};

/** One import: how far it is, what it would come to, what is wrong, and having it applied or cancelled. Its address can be come back to. */
export const ImportScreen = (): ReactNode => {
  const { say } = useSpeech(IMPORTS);
  const { importId = '' } = useParams();
  const read = useRead(importRoutes.readImport, { params: { importId } });
  const job = read.data?.body;
  return (
    <Screen
      title={job === undefined ? say('title') : `${say('title')} · ${job.fileName}`}
      actions={job && <Actions job={job} />}
    >
      <Shown read={read}>
        {(body) => (
          <>
            <Told job={body} />
            <ImportProgress job={body} />
            {body.errors > 0 && <ImportErrors job={body} />}
            <FileFacts job={body} />
            <StoryTimeline kind="import-job" id={importId} />
          </>
        )}
      </Shown>
    </Screen>
  );
};
