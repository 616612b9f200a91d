import type { ReactNode } from 'react';
import type * as z from 'zod';
import { dutyRoomRoutes, type QuarantinedMessageSchema } from '../../../shared/http/routes/duty-room.ts';
import { setAsideRoutes } from '../../../shared/http/routes/set-aside.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { EntryTable } from '../parts/entry-table.tsx';
import { Tag } from '../parts/marks.tsx';
import { Moment, useMoment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { QUARANTINE } from './quarantine-words.ts';
import './quarantine.css';

type Message = z.infer<typeof QuarantinedMessageSchema>;

/** What was received and not applied: why, from whom, and having it come in again. */
export const Quarantined = (): ReactNode => {
  const { say, read } = useSpeech(QUARANTINE);
  const messages = usePages(dutyRoomRoutes.listQuarantine, {});
  return (
    <Panel title={say('quarantined.title')}>
      <EntryTable<Message>
        label={say('quarantined.title')}
        pages={messages}
        rowKey={({ quarantineId }) => quarantineId}
        columns={[
          { title: say('column.at'), width: '8rem', cell: ({ at }) => <Moment at={at} /> },
          {
            title: say('column.from'),
            width: '11rem',
            cell: ({ from, verified }) => (
              <>
                {from && read(cityName(from))}{' '}
                <Tag tone={verified ? 'good' : 'bad'}>{say(verified ? 'verified' : 'unverified')}</Tag>
              </>
            ),
          },
          { title: say('column.reason'), cell: (message) => <Reason message={message} /> },
          { title: say('column.act'), width: '14rem', cell: (message) => <Retry message={message} /> },
        ]}
      />
    </Panel>
  );
};

const Reason = ({ message: { at, type, reason, excerpt } }: { readonly message: Message }): ReactNode => {
  const { say, read } = useSpeech(QUARANTINE);
  const moment = useMoment();
  return (
    <>
      {read(reason)} {type && <code>{type}</code>}
      <details>
        <summary aria-label={say('excerpt.of', { at: moment(at) })}>{say('excerpt')}</summary>
        <pre className="excerpt">{excerpt}</pre>
      </details>
    </>
  );
};

const Retry = ({ message: { quarantineId, retried } }: { readonly message: Message }): ReactNode => {
  const { say } = useSpeech(QUARANTINE);
  const may = useMay();
  const retry = useCommand(setAsideRoutes.retryQuarantined);
  return (
    <>
      {retried && (
        <p>
          <Tag tone={retried.takenIn ? 'good' : 'waiting'}>
            {say(retried.takenIn ? 'retried.taken-in' : 'retried.waiting', { name: retried.by.name })}
          </Tag>
        </p>
      )}
      {!retried?.takenIn && may(setAsideRoutes.retryQuarantined) && (
        <CommandDialog act={say('retry')} command={retry} inputOf={() => ({ params: { quarantineId } })}>
          <p>{say('retry.explain')}</p>
        </CommandDialog>
      )}
    </>
  );
};
