import type { ReactNode } from 'react';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import { RESOURCE_KINDS } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import type { AgencyTaskView } from '../../../shared/http/views/agency-task.ts';
import { useSpeech } from '../i18n/language.ts';
import { Countdown } from '../parts/countdown.tsx';
import { Facts } from '../parts/facts.tsx';
import { Moment } from '../parts/moment.tsx';
import { OWN_TASKS } from './own-tasks-words.ts';

/** What is to be done, where and by when. */
export const TaskFacts = ({ task }: { readonly task: AgencyTaskView }): ReactNode => {
  const { say, read } = useSpeech(OWN_TASKS);
  const { details, incident, yours, createdAt } = task;
  const isAsked = yours.outcome.kind === 'open' || yours.outcome.kind === 'counter-proposed';
  return (
    <Facts
      facts={[
        [
          say('reply-by'),
          isAsked ? (
            <>
              <Moment at={yours.replyBy} /> <Countdown due={yours.replyBy} />
            </>
          ) : undefined,
        ],
        [
          say('needed-by'),
          <>
            <Moment at={details.neededBy} />{' '}
            {yours.outcome.kind === 'accepted' && !task.completion && <Countdown due={details.neededBy} />}
          </>,
        ],
        [say('quantity'), `${details.quantity} ${details.unit}`],
        [say('kind'), details.kind && read(RESOURCE_KINDS[details.kind])],
        [
          say('place'),
          <>
            {details.position.place}{' '}
            <span className="muted">{`${details.position.latitude}, ${details.position.longitude}`}</span>
          </>,
        ],
        [say('incident'), `${incident.title}（${read(HAZARDS[incident.hazard])}）`],
        [say('created-at'), <Moment key="created" at={createdAt} />],
      ]}
    />
  );
};
