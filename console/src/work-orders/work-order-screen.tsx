import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { WORK_ORDER_STEPS, type WorkOrderStep } from '../../../shared/domain/request/work-order-step.ts';
import { HAZARDS } from '../../../shared/domain/vocabulary/hazards.ts';
import type { Handling } from '../../../shared/domain/work-order/handling.ts';
import { workOrderRoutes } from '../../../shared/http/routes/work-orders.ts';
import type { WorkOrderView } from '../../../shared/http/views/work-order.ts';
import { useMay } from '../api/use-api.ts';
import { useRead } from '../api/use-read.ts';
import { useSpeech } from '../i18n/language.ts';
import { Countdown } from '../parts/countdown.tsx';
import { Facts } from '../parts/facts.tsx';
import { ChangedMark, Tag } from '../parts/marks.tsx';
import { Moment } from '../parts/moment.tsx';
import { Panel, Screen } from '../parts/screen.tsx';
import { Shown } from '../parts/shown.tsx';
import { SubjectLink } from '../parts/subject-link.tsx';
import { CallerReading } from './caller-reading.tsx';
import { OrderDuplicates } from './order-duplicates.tsx';
import { WorkOrderActs } from './work-order-acts.tsx';
import { WorkOrderStatus } from './work-order-status.tsx';
import { WORK_ORDERS } from './work-orders-words.ts';
import './work-orders.css';

const STEPS = Object.keys(WORK_ORDER_STEPS) as readonly WorkOrderStep[];

const Steps = ({ now }: { readonly now: WorkOrderStep }): ReactNode => {
  const { say, read } = useSpeech(WORK_ORDERS);
  return (
    <ol className="order-steps" aria-label={say('steps.label')}>
      {STEPS.map((step, at) => (
        <li
          key={step}
          className={at < STEPS.indexOf(now) ? 'order-step-passed' : undefined}
          aria-current={step === now ? 'step' : undefined}
        >
          {read(WORK_ORDER_STEPS[step])}
        </li>
      ))}
    </ol>
  );
};

const subjectOf = (handling: Handling): readonly [kind: string, id: string] | undefined => {
  switch (handling.by) {
    case 'own':
      return undefined;
    case 'incident':
      return ['incident', handling.incidentId];
    case 'task':
      return ['task', handling.taskId];
    case 'request-item':
      return ['request', handling.requestId];
  }
};

const Handlings = ({ inside }: { readonly inside: NonNullable<WorkOrderView['inside']> }): ReactNode => {
  const { say } = useSpeech(WORK_ORDERS);
  return (
    <Panel title={say('handlings.title')}>
      {inside.handlings.length === 0 && <p className="muted">{say('handlings.none')}</p>}
      <ul className="entries">
        {inside.handlings.map(({ handling, by, at }) => {
          const subject = subjectOf(handling);
          return (
            <li key={at}>
              <span className="entry-main">
                {subject ? (
                  <SubjectLink kind={subject[0]} id={subject[1]}>
                    {say(`by.${handling.by}`)}
                  </SubjectLink>
                ) : (
                  say(`by.${handling.by}`)
                )}{' '}
                {handling.by === 'own' && handling.words}
              </span>
              <span className="muted">
                {by.name} <Moment at={at} />
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
};

const Other = ({ order }: { readonly order: { readonly workOrderId: string; readonly number: string } }): ReactNode => (
  <SubjectLink kind="work-order" id={order.workOrderId}>
    {order.number}{' '}
  </SubjectLink>
);

const Known = ({ order }: { readonly order: WorkOrderView }): ReactNode => {
  const { say, read } = useSpeech(WORK_ORDERS);
  const { hazard, position, occurredAt, receivedAt, answerBy, caller, inside, merged, into, sendingBack, followUp } =
    order;
  return (
    <Panel title={say('facts.title')}>
      <p className="order-words">{order.description}</p>
      <Facts
        facts={[
          [say('field.hazard'), read(HAZARDS[hazard])],
          [say('column.place'), `${position.place}（${position.latitude}, ${position.longitude}）`],
          [say('facts.occurred'), <Moment key="occurred" at={occurredAt} relative />],
          [say('facts.received'), <Moment key="received" at={receivedAt} relative />],
          [
            say('facts.answer-by'),
            answerBy && (
              <span key="by">
                <Moment at={answerBy} /> {!order.feedback && <Countdown due={answerBy} />}
              </span>
            ),
          ],
          [say('facts.caller'), caller ? `${caller.name ?? ''} ${caller.telephone}` : say('facts.caller.none')],
          [
            say('facts.incident'),
            inside?.incidentId && (
              <SubjectLink key="incident" kind="incident" id={inside.incidentId}>
                {say('facts.incident.show')}
              </SubjectLink>
            ),
          ],
          [say('facts.into'), into && <Other key="into" order={into} />],
          [
            say('facts.merged'),
            merged.length > 0 ? merged.map((one) => <Other key={one.workOrderId} order={one} />) : undefined,
          ],
          [say('facts.sent-back'), sendingBack?.reason],
          [say('facts.supervision'), inside?.supervision?.reason],
          [say('facts.reopening'), inside?.reopening?.reason],
          [
            say('facts.follow-up'),
            followUp && `${say('facts.satisfaction', { satisfaction: followUp.satisfaction })} ${followUp.words}`,
          ],
        ]}
      />
      {caller && <CallerReading workOrderId={order.workOrderId} />}
    </Panel>
  );
};

/** One work order: in which step it is, what is done about it, and what can be told to the caller. */
export const WorkOrderScreen = (): ReactNode => {
  const { say, read } = useSpeech(WORK_ORDERS);
  const may = useMay();
  const { workOrderId = '' } = useParams();
  const orderRead = useRead(workOrderRoutes.readWorkOrder, { params: { workOrderId } });
  const shown = orderRead.data?.body;
  return (
    <Screen
      title={shown ? say('title.of', { number: shown.number }) : say('title')}
      exercise={shown?.exercise}
      actions={shown && <WorkOrderActs order={shown} etag={orderRead.data?.etag} />}
    >
      <Shown read={orderRead}>
        {(order, etag) => (
          <>
            <p className="filters">
              <WorkOrderStatus status={order.status} />{' '}
              {order.inside?.supervision && <Tag tone="bad">{say('supervised')}</Tag>} <ChangedMark id={workOrderId} />
            </p>
            <Steps now={order.workOrderStep} />
            <div className="columns">
              <Known order={order} />
              <div>
                <Panel title={say('answer.title')}>
                  <p className="order-words">{read(order.answer)}</p>
                </Panel>
                {order.inside && <Handlings inside={order.inside} />}
                {may(workOrderRoutes.listDuplicates) && <OrderDuplicates order={order} etag={etag} />}
              </div>
            </div>
          </>
        )}
      </Shown>
    </Screen>
  );
};
