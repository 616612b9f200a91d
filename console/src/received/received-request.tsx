import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type * as z from 'zod';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import { receivedRequestRoutes } from '../../../shared/http/routes/received-requests.ts';
import type { ReceivedRequestReadingSchema } from '../../../shared/http/views/received-request.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useMay } from '../api/use-api.ts';
import { useCommand } from '../api/use-command.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { CommandDialog } from '../parts/command-dialog.tsx';
import { Countdown } from '../parts/countdown.tsx';
import { Facts } from '../parts/facts.tsx';
import { ChangedMark, Status } from '../parts/marks.tsx';
import { MessageFailures } from '../parts/message-failures.tsx';
import { Moment } from '../parts/moment.tsx';
import { PendingList } from '../parts/pending-list.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { AskedItem } from './asked-item.tsx';
import { mayArchive } from './received-acts.ts';
import { ReceivedRequisition } from './received-requisition.tsx';
import { RECEIVED } from './received-words.ts';
import './received.css';

type Reading = z.infer<typeof ReceivedRequestReadingSchema>;

/** A partner's request: what is asked and by when, what this city answers, what is requisitioned of it and committed. */
export const ReceivedRequest = (): ReactNode => {
  const { requestId = '' } = useParams();
  const request = useRead(receivedRequestRoutes.readReceivedRequest, { params: { requestId } });
  return <Shown read={request}>{(view, etag) => <Loaded view={view} etag={etag} />}</Shown>;
};

interface LoadedProps {
  readonly view: Reading;
  readonly etag: string | undefined;
}

const Loaded = ({ view, etag }: LoadedProps): ReactNode => {
  const { say, read } = useSpeech(RECEIVED);
  const { requestId, from, incident, exercise, items, requisitions, declines, failures, pending } = view;
  return (
    <Screen
      title={say('screen.title', { city: read(cityName(from)), incident: incident.title })}
      exercise={exercise}
      actions={
        <>
          <ChangedMark id={requestId} />
          <Status status={view.status} />
          {mayArchive(view) && <Archive requestId={requestId} etag={etag} />}
        </>
      }
    >
      <MessageFailures failures={failures} />
      <div className="columns">
        <Panel title={say('waiting')}>
          <PendingList pending={pending} />
        </Panel>
        <Panel title={say('situation')}>
          <Situation view={view} />
        </Panel>
      </div>
      {requisitions.map((received, place) => (
        <ReceivedRequisition
          key={received.requisition.requisitionId}
          view={view}
          received={received}
          number={place + 1}
          etag={etag}
        />
      ))}
      {items.map((asked, place) => (
        <AskedItem key={asked.item.itemId} view={view} asked={asked} number={place + 1} etag={etag} />
      ))}
      {declines.length > 0 && (
        <Panel title={say('declines.title')}>
          <ul>
            {declines.map(({ messageId, reason, at }) => (
              <li key={messageId}>
                {reason} <Moment at={at} />
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Screen>
  );
};

const Situation = ({ view }: { readonly view: Reading }): ReactNode => {
  const { say, read } = useSpeech(RECEIVED);
  const { from, incident, requestedBy, approvedBy, placedAt, replyBy, agreementId, fromOffer } = view;
  const { hazard, responseLevel, title, position, occurredAt } = incident;
  const level = { hazard: read(HAZARDS[hazard]), level: responseLevel ?? '' };
  const { name, telephone } = requestedBy.dutyRoom;
  const due = view.secondsToReply === undefined ? <Moment at={replyBy} /> : <Countdown due={replyBy} />;
  return (
    <Facts
      facts={[
        [say('fact.from'), read(cityName(from))],
        [say('fact.reply-by'), due],
        [say('fact.incident'), title],
        [say('fact.hazard'), say(responseLevel === undefined ? 'level.none' : 'level.value', level)],
        [say('fact.place'), position.place],
        [say('fact.occurred'), <Moment key="occurred" at={occurredAt} relative />],
        [say('fact.duty-room'), `${name} ${telephone}`],
        [say('fact.approved-by'), approvedBy.name],
        [say('fact.placed'), <Moment key="placed" at={placedAt} />],
        [
          say('fact.agreement'),
          <SubjectLink key="agreement" kind="agreement" id={agreementId}>
            {say('see.agreement')}
          </SubjectLink>,
        ],
        [
          say('fact.offer'),
          fromOffer && (
            <SubjectLink kind="offer" id={fromOffer}>
              {say('see.offer')}
            </SubjectLink>
          ),
        ],
        [say('fact.ending'), view.ending && <Ending ending={view.ending} />],
      ]}
    />
  );
};

const Ending = ({ ending }: { readonly ending: NonNullable<Reading['ending']> }): ReactNode => {
  const { say } = useSpeech(RECEIVED);
  return (
    <>
      {say(`ending.${ending.outcome}`, ending.outcome === 'cancelled' ? { reason: ending.reason } : {})}{' '}
      <Moment at={ending.at} />
    </>
  );
};

const Archive = ({ requestId, etag }: { readonly requestId: string; readonly etag: string | undefined }): ReactNode => {
  const { say } = useSpeech(RECEIVED);
  const command = useCommand(receivedRequestRoutes.archiveReceivedRequest);
  if (!useMay()(receivedRequestRoutes.archiveReceivedRequest)) return null;
  return (
    <CommandDialog
      act={say('archive.act')}
      command={command}
      inputOf={() => ({ params: { requestId }, ...(etag === undefined ? {} : { ifMatch: etag }) })}
    >
      <p>{say('archive.explained')}</p>
    </CommandDialog>
  );
};
