import type { IncidentDetails } from '../incident/incident-details.ts';
import { INCIDENT_REFUSALS, overRefusal } from '../incident/incident-refusals.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { Refusal, RefusalReason } from '../kernel/refusal.ts';
import { done } from '../request/deciding.ts';
import { isEnded } from '../task/task-state.ts';
import { HAZARDS } from '../vocabulary/hazards.ts';
import type { Handling } from './handling.ts';
import type { HandleWorkOrder } from './work-order-commands.ts';
import { withoutNumbers } from './work-order-details.ts';
import type { WorkOrderEvent, WorkOrderEventOf } from './work-order-events.ts';
import { WORK_ORDER_REFUSALS as REFUSALS } from './work-order-refusals.ts';
import type { WorkOrderState } from './work-order-state.ts';

export type WorkOrderDecision = Decision<WorkOrderEvent>;

export const wrongStatus = ({ status, number }: WorkOrderState): WorkOrderDecision =>
  refuse(REFUSALS.wrongStatus, { number, status });

type Chosen = Pick<WorkOrderEventOf<'workOrderHandled'>, 'handling' | 'incidentId' | 'opened' | 'attached' | 'left'>;

const refused = (reason: RefusalReason, pointer: string, parameters = {}): Refusal => ({ reason, parameters, pointer });

/** @returns why the incident a means belongs to is not the order's, or `undefined`. */
const strangerRefusal = (
  order: WorkOrderState,
  { incidentId, exercise }: { readonly incidentId: string; readonly exercise: boolean },
  pointer: string,
): Refusal | undefined => {
  if (exercise !== order.exercise) return refused(REFUSALS.drillAndReal, pointer);
  return order.incidentId !== undefined && order.incidentId !== incidentId
    ? refused(REFUSALS.otherIncident, pointer, { number: order.number })
    : undefined;
};

/** The order becomes one of those about the incident, if it was not before. */
const about = (order: WorkOrderState, incidentId: string, handling: Handling): Chosen => ({
  handling,
  incidentId,
  attached: order.incidentId !== incidentId,
});

const detailsOf = (
  { hazard, description, occurredAt, position }: WorkOrderState,
  title: string | undefined,
): IncidentDetails => ({
  hazard,
  title: title ?? `${position.place}${HAZARDS[hazard].zh}`.slice(0, 200),
  description: withoutNumbers(description),
  occurredAt,
  position,
});

/** An order may go to another incident: the one it was about may have been dismissed, or be another's. */
const chosenIncident = (order: WorkOrderState, { incident }: HandleWorkOrder): Chosen | Refusal => {
  const pointer = '/incidentId';
  if (!incident) return refused(INCIDENT_REFUSALS.unknown, pointer);
  const over = overRefusal(incident, pointer);
  if (over) return over;
  if (incident.exercise !== order.exercise) return refused(REFUSALS.drillAndReal, pointer);
  const left = order.incidentId === incident.id ? undefined : order.incidentId;
  const choice = about(order, incident.id, { by: 'incident', incidentId: incident.id });
  return left === undefined ? choice : { ...choice, left };
};

const chosenTask = (order: WorkOrderState, { task }: HandleWorkOrder): Chosen | Refusal => {
  const pointer = '/taskId';
  if (!task) return refused(REFUSALS.taskUnknown, pointer);
  if (isEnded(task)) return refused(REFUSALS.over, pointer);
  const { incidentId } = task.incident;
  const refusal = strangerRefusal(order, { incidentId, exercise: task.exercise }, pointer);
  return refusal ?? about(order, incidentId, { by: 'task', taskId: task.id, incidentId });
};

const chosenItem = (order: WorkOrderState, { request }: HandleWorkOrder, itemId: string): Chosen | Refusal => {
  const pointer = '/itemId';
  if (!request?.items.some((item) => item.itemId === itemId)) return refused(REFUSALS.itemUnknown, pointer);
  if (request.status === 'closed' || request.status === 'cancelled') return refused(REFUSALS.over, '/requestId');
  const { incidentId } = request.incident;
  const refusal = strangerRefusal(order, { incidentId, exercise: request.exercise }, '/requestId');
  return refusal ?? about(order, incidentId, { by: 'request-item', requestId: request.id, itemId, incidentId });
};

const chosen = (order: WorkOrderState, command: HandleWorkOrder, newId: () => string): Chosen | Refusal => {
  const { choice } = command;
  switch (choice.by) {
    case 'own':
      return { handling: { by: 'own', words: choice.words }, attached: false };
    case 'new-incident': {
      if (order.incidentId !== undefined) return refused(REFUSALS.otherIncident, '/by', { number: order.number });
      const incidentId = newId();
      const opened = detailsOf(order, choice.title);
      return { handling: { by: 'incident', incidentId }, incidentId, opened, attached: false };
    }
    case 'incident':
      return chosenIncident(order, command);
    case 'task':
      return chosenTask(order, command);
    case 'request-item':
      return chosenItem(order, command, choice.itemId);
  }
};

/** Says what is done about an order; who does so has accepted it. */
export const decideHandle = (
  order: WorkOrderState,
  command: HandleWorkOrder,
  circumstances: Circumstances,
): WorkOrderDecision => {
  if (order.status !== 'entered' && order.status !== 'taken-in' && order.status !== 'in-hand')
    return wrongStatus(order);
  const choice = chosen(order, command, circumstances.newId);
  if ('reason' in choice) return { accepted: false, refusal: choice };
  const made = done(circumstances);
  const accepted: readonly WorkOrderEvent[] =
    order.status === 'entered' ? [{ type: 'workOrderAccepted', ...made }] : [];
  return accept<WorkOrderEvent>(...accepted, { type: 'workOrderHandled', ...choice, ...made });
};
