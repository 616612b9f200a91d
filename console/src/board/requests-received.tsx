import type { ReactNode } from 'react';
import type * as z from 'zod';
import type { ReceivedRequestCardSchema } from '../../../shared/domain/received-request/received-request-listings.ts';
import { receivedRequestRoutes } from '../../../shared/http/routes/received-requests.ts';
import { cityName } from '../../../shared/reference/cities.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Countdown } from '../parts/countdown.tsx';
import { ChangedMark, ExerciseMark, Tag } from '../parts/marks.tsx';
import { Panel } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { FOLLOWS } from './board-panels.ts';
import { BOARD } from './board-words.ts';
import type { BoardPanelProps } from './duty-board.tsx';

type ReceivedCard = z.infer<typeof ReceivedRequestCardSchema>;

/** What partner cities ask of this one, nearest deadline first. */
export const RequestsReceived = ({ exercise }: BoardPanelProps): ReactNode => {
  const { say } = useSpeech(BOARD);
  const received = useRead(
    receivedRequestRoutes.listReceivedRequests,
    { query: { limit: 20 } },
    true,
    FOLLOWS.received,
  );
  return (
    <Panel title={say('received.title')}>
      <Shown read={received}>
        {({ items }) => {
          const own = items.filter((each) => each.exercise === exercise);
          if (own.length === 0) return <p className="muted">{say('received.empty')}</p>;
          return (
            <ul className="notices">
              {own.map((card) => (
                <Received key={card.requestId} card={card} />
              ))}
            </ul>
          );
        }}
      </Shown>
    </Panel>
  );
};

const Received = ({ card }: { readonly card: ReceivedCard }): ReactNode => {
  const { say, read } = useSpeech(BOARD);
  const { requestId, from, incident, unanswered, uncommitted, replyBy, exercise } = card;
  const waits = unanswered + uncommitted > 0;
  return (
    <li>
      <div>
        <ExerciseMark exercise={exercise} /> {read(cityName(from))}{' '}
        <SubjectLink kind="received-request" id={requestId}>
          {incident.title}
        </SubjectLink>{' '}
        <ChangedMark id={requestId} />
        <br />
        {unanswered > 0 && <Tag tone="waiting">{say('received.unanswered', { count: unanswered })}</Tag>}{' '}
        {uncommitted > 0 && <Tag tone="waiting">{say('received.uncommitted', { count: uncommitted })}</Tag>}
        {!waits && <Tag tone="good">{say('received.answered')}</Tag>}
      </div>
      {unanswered > 0 && <Countdown due={replyBy} />}
    </li>
  );
};
