import type { WorkOrderEvent, WorkOrderEventOf } from './work-order-events.ts';
import { LATEST_HANDLINGS, type WorkOrderState, type WorkOrderStateOf } from './work-order-state.ts';

const impossible = ({ type }: WorkOrderEvent, { status }: WorkOrderState): Error =>
  new Error(`${type} does not happen to a work order that is ${status}`);

const entered = ({ type: _, by, at, ...entry }: WorkOrderEventOf<'workOrderEntered'>): WorkOrderState => ({
  status: 'entered',
  ...entry,
  enteredBy: by,
  receivedAt: at,
  merged: [],
  handlings: [],
});

type TakenIn = WorkOrderStateOf<'taken-in' | 'in-hand'>;
const isTakenIn = (order: WorkOrderState): order is TakenIn =>
  order.status === 'taken-in' || order.status === 'in-hand';

const handled = (order: WorkOrderState, event: WorkOrderEventOf<'workOrderHandled'>): WorkOrderState => {
  if (!isTakenIn(order)) throw impossible(event, order);
  const { handling, by, at, incidentId } = event;
  const handlings = [...order.handlings, { handling, by, at }].slice(-LATEST_HANDLINGS);
  return { ...order, status: 'in-hand', handlings, ...(incidentId === undefined ? {} : { incidentId }) };
};

const fedBack = (order: WorkOrderState, event: WorkOrderEventOf<'workOrderFedBack'>): WorkOrderState => {
  if (!isTakenIn(order)) throw impossible(event, order);
  const { type: _, ...feedback } = event;
  const { supervision: _supervision, ...before } = order;
  return { ...before, status: 'fed-back', feedback };
};

const reopened = (order: WorkOrderState, event: WorkOrderEventOf<'workOrderReopened'>): WorkOrderState => {
  if (order.status !== 'fed-back' && order.status !== 'followed-up') throw impossible(event, order);
  const { type: _, ...reopening } = event;
  const { feedback: _feedback, followUp: _followUp, ...before } = { followUp: undefined, ...order };
  return { ...before, status: 'taken-in', reopening };
};

/** @returns what is known of an order that comes to its end before anybody answered: that it was accepted no longer matters. */
const asEntered = (order: WorkOrderState, event: WorkOrderEvent): Omit<WorkOrderStateOf<'entered'>, 'status'> => {
  if (order.status === 'entered') return order;
  if (!isTakenIn(order)) throw impossible(event, order);
  const { acceptance: _, ...before } = order;
  return before;
};

/** What ends it, or brings it on towards its end. */
const evolveEnd = (
  order: WorkOrderState,
  event: WorkOrderEventOf<'workOrderSentBack' | 'workOrderFollowedUp' | 'workOrderArchived' | 'workOrderMerged'>,
): WorkOrderState => {
  switch (event.type) {
    case 'workOrderSentBack': {
      const { type: _, ...sendingBack } = event;
      return { ...asEntered(order, event), status: 'sent-back', sendingBack };
    }
    case 'workOrderFollowedUp':
      if (order.status !== 'fed-back') throw impossible(event, order);
      return { ...order, status: 'followed-up', followUp: event.followUp };
    case 'workOrderArchived':
      if (order.status !== 'followed-up') throw impossible(event, order);
      return { ...order, status: 'archived', archivedAt: event.at };
    case 'workOrderMerged': {
      const { type: _, ...merger } = event;
      return { ...asEntered(order, event), status: 'merged', merger };
    }
  }
};

/** @returns the order after an event. */
export const evolveWorkOrder = (order: WorkOrderState | undefined, event: WorkOrderEvent): WorkOrderState => {
  if (event.type === 'workOrderEntered') return entered(event);
  if (!order) throw new Error(`${event.type} happens to known work orders only`);
  switch (event.type) {
    case 'workOrderAccepted': {
      if (order.status !== 'entered') throw impossible(event, order);
      const { type: _, ...acceptance } = event;
      return { ...order, status: 'taken-in', acceptance };
    }
    case 'workOrderHandled':
      return handled(order, event);
    case 'workOrderSupervised': {
      const { type: _, ...supervision } = event;
      return { ...order, supervision };
    }
    case 'workOrderFedBack':
      return fedBack(order, event);
    case 'workOrderReopened':
      return reopened(order, event);
    case 'workOrdersTakenOver':
      return { ...order, merged: [...order.merged, ...event.orders] };
    case 'callerRead':
      return order;
    default:
      return evolveEnd(order, event);
  }
};
