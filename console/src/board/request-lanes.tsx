import type { ReactNode } from 'react';
import { WORK_ORDER_STEPS, type WorkOrderStep } from '../../../shared/domain/request/work-order-step.ts';
import { RESOURCE_KINDS } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { ChangedMark, ExerciseMark } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { FOLLOWS } from './board-panels.ts';
import { BOARD } from './board-words.ts';
import type { BoardPanelProps } from './duty-board.tsx';

/** What is archived needs nobody any more. */
const OPEN_STEPS = (Object.keys(WORK_ORDER_STEPS) as WorkOrderStep[]).filter((step) => step !== 'archive');
const SHOWN = 12;

/** The requests of this city, each in the lane of the step it is in. */
export const RequestLanes = ({ exercise }: BoardPanelProps): ReactNode => {
  const { say } = useSpeech(BOARD);
  return (
    <Panel title={say('lanes.title')}>
      <div className="lanes">
        {OPEN_STEPS.map((step) => (
          <Lane key={step} step={step} exercise={exercise} />
        ))}
      </div>
    </Panel>
  );
};

const Lane = ({ step, exercise }: BoardPanelProps & { readonly step: WorkOrderStep }): ReactNode => {
  const { say, read } = useSpeech(BOARD);
  const name = read(WORK_ORDER_STEPS[step]);
  const requests = useRead(requestRoutes.listRequests, { query: { step, limit: SHOWN } }, true, FOLLOWS.requests);
  return (
    <section className="lane" aria-label={name}>
      <h3>{name}</h3>
      <Shown read={requests}>
        {({ items, nextCursor }) => {
          const own = items.filter((each) => each.exercise === exercise);
          return (
            <>
              {own.length === 0 && <p className="muted">{say('lanes.empty')}</p>}
              <ul>
                {own.map(({ requestId, incident, items: asked, draftedAt, exercise: marked }) => (
                  <li key={requestId} className="lane-card">
                    <ExerciseMark exercise={marked} />{' '}
                    <SubjectLink kind="request" id={requestId}>
                      {incident.title}
                    </SubjectLink>{' '}
                    <ChangedMark id={requestId} />
                    <br />
                    <span className="muted">
                      {asked.map(({ kind, quantity }) => `${read(RESOURCE_KINDS[kind])}×${quantity}`).join('、')} ·{' '}
                      <Moment at={draftedAt} />
                    </span>
                  </li>
                ))}
              </ul>
              {nextCursor !== undefined && <p className="muted">{say('lanes.more')}</p>}
            </>
          );
        }}
      </Shown>
    </section>
  );
};
