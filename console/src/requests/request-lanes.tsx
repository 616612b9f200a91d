import Button from 'antd/es/button';
import type { ReactNode } from 'react';
import type * as z from 'zod';
import type { RequestCardSchema } from '../../../shared/domain/request/request-listings.ts';
import { WORK_ORDER_STEPS, type WorkOrderStep } from '../../../shared/domain/request/work-order-step.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { usePages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { LevelMark } from '../parts/grave-marks.tsx';
import { useItemInShort } from '../parts/item-in-short.tsx';
import { ChangedMark, ExerciseMark, Status } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { PARTS } from '../parts/part-words.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { Scroller } from '../parts/wide-table.tsx';
import { toneOfRequest } from './request-tones.ts';
import { REQUESTS } from './requests-words.ts';
import { STEPS } from './steps.ts';
import './requests.css';

type RequestCard = z.infer<typeof RequestCardSchema>;

/** Cards of a lane that are fetched at once. */
const AT_ONCE = 20;

/** Every request in the lane of the step it is in. */
export const RequestLanes = (): ReactNode => {
  const { say } = useSpeech(REQUESTS);
  return (
    <Scroller className="request-lanes" label={say('list.label')}>
      {STEPS.map((step) => (
        <Lane key={step} step={step} />
      ))}
    </Scroller>
  );
};

const Lane = ({ step }: { readonly step: WorkOrderStep }): ReactNode => {
  const { say, read } = useSpeech(REQUESTS);
  const parts = useSpeech(PARTS);
  const name = read(WORK_ORDER_STEPS[step]);
  const requests = usePages(requestRoutes.listRequests, { query: { step, limit: AT_ONCE } });
  const { items, error, again, isPending, hasMore, loadMore, isLoadingMore } = requests;
  return (
    <section className="request-lane" aria-label={name}>
      <h2>
        {name} <span className="muted">{isPending ? '' : `${items.length}${hasMore ? '+' : ''}`}</span>
      </h2>
      {error && <ProblemAlert error={error} onAgain={again} />}
      {!isPending && !error && items.length === 0 && <p className="muted">{say('lane.empty')}</p>}
      <ul>
        {items.map((card) => (
          <li key={card.requestId}>
            <Card card={card} />
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button size="small" loading={isLoadingMore} onClick={loadMore}>
          {parts.say('more')}
        </Button>
      )}
    </section>
  );
};

const Card = ({ card }: { readonly card: RequestCard }): ReactNode => {
  const inShort = useItemInShort();
  const { requestId, incident, items, draftedAt, status, exercise } = card;
  return (
    <article className="request-card">
      <p>
        <ExerciseMark exercise={exercise} />{' '}
        <SubjectLink kind="request" id={requestId}>
          {incident.title}
        </SubjectLink>{' '}
        <ChangedMark id={requestId} />
      </p>
      <ul className="card-items">
        {items.map((item) => (
          <li key={JSON.stringify(item)}>{inShort(item)}</li>
        ))}
      </ul>
      <p className="muted card-foot">
        <Status status={status} tone={toneOfRequest(status)} /> <LevelMark level={incident.responseLevel} />{' '}
        <Moment at={draftedAt} />
      </p>
    </article>
  );
};
