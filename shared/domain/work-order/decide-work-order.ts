import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import { done } from '../request/deciding.ts';
import { decideContactReading } from '../roster/contact-read.ts';
import { decideHandle, type WorkOrderDecision, wrongStatus } from './decide-handling.ts';
import type { EnterWorkOrder, WorkOrderCommand, WorkOrderCommandOf } from './work-order-commands.ts';
import { type WorkOrderEntry, WorkOrderEntrySchema } from './work-order-details.ts';
import type { WorkOrderEvent } from './work-order-events.ts';
import { WORK_ORDER_REFUSALS as REFUSALS } from './work-order-refusals.ts';
import { isUnanswered, MOST_MERGED, type WorkOrderState } from './work-order-state.ts';

/** An entry as text: its members in the order of the schema. */
const written = (entry: WorkOrderEntry): string => JSON.stringify(WorkOrderEntrySchema.strip().parse(entry));

/** The hotline sends an order again when it had no answer: the same number saying the same is the same order. */
const decideEnter = (
  order: WorkOrderState | undefined,
  { id, entry, likes }: EnterWorkOrder,
  circumstances: Circumstances,
): WorkOrderDecision => {
  const { number, occurredAt } = entry;
  if (order) return written(order) === written(entry) ? accept() : refuse(REFUSALS.differs, { number }, '/number');
  if (occurredAt > circumstances.now) return refuse(REFUSALS.notYet, { occurredAt }, '/occurredAt');
  return accept({ type: 'workOrderEntered', id, ...entry, likes: [...likes], ...done(circumstances) });
};

/** Answers the caller; who answers an order that nobody had accepted has accepted it, and done what there was to do. */
const decideFeedback = (
  order: WorkOrderState,
  { words }: WorkOrderCommandOf<'give-feedback'>,
  circumstances: Circumstances,
): WorkOrderDecision => {
  if (!isUnanswered(order)) return wrongStatus(order);
  const made = done(circumstances);
  const accepted: readonly WorkOrderEvent[] =
    order.status === 'entered' ? [{ type: 'workOrderAccepted', ...made }] : [];
  return accept<WorkOrderEvent>(...accepted, { type: 'workOrderFedBack', words, ...made });
};

/** Lets another order stand for this one. Both numbers stay known. */
const decideMerge = (
  order: WorkOrderState,
  { into }: WorkOrderCommandOf<'merge'>,
  circumstances: Circumstances,
): WorkOrderDecision => {
  const pointer = '/into';
  if (!isUnanswered(order)) return wrongStatus(order);
  if (!into) return refuse(REFUSALS.intoUnknown, {}, pointer);
  if (into.id === order.id) return refuse(REFUSALS.itself, {}, pointer);
  const { number, status } = into;
  if (!isUnanswered(into)) return refuse(REFUSALS.wrongStatus, { number, status }, pointer);
  if (into.exercise !== order.exercise) return refuse(REFUSALS.drillAndReal, {}, pointer);
  if (order.incidentId !== undefined && into.incidentId !== undefined && order.incidentId !== into.incidentId)
    return refuse(REFUSALS.otherIncident, { number }, pointer);
  return accept({ type: 'workOrderMerged', into: { workOrderId: into.id, number }, ...done(circumstances) });
};

const decideTakeOver = (
  order: WorkOrderState,
  { orders }: WorkOrderCommandOf<'take-over'>,
  { now }: Circumstances,
): WorkOrderDecision => {
  if (!isUnanswered(order)) return wrongStatus(order);
  return order.merged.length + orders.length > MOST_MERGED
    ? refuse(REFUSALS.mergedFull, { maximum: MOST_MERGED })
    : accept({ type: 'workOrdersTakenOver', orders: [...orders], at: now });
};

/** What ends the work on it, step after step, or opens it again. */
const decideEnding = (
  order: WorkOrderState,
  command: WorkOrderCommandOf<'follow-up' | 'archive' | 'reopen'>,
  circumstances: Circumstances,
): WorkOrderDecision => {
  const { status } = order;
  const made = done(circumstances);
  if (command.type === 'follow-up' && status === 'fed-back') {
    const { satisfaction, words } = command;
    return accept({ type: 'workOrderFollowedUp', followUp: { satisfaction, words, ...made } });
  }
  if (command.type === 'archive' && status === 'followed-up') return accept({ type: 'workOrderArchived', at: made.at });
  if (command.type === 'reopen' && (status === 'fed-back' || status === 'followed-up'))
    return accept({ type: 'workOrderReopened', reason: command.reason, ...made });
  return wrongStatus(order);
};

/** What is said of an order that nobody has answered yet. */
const decideBeginning = (
  order: WorkOrderState,
  command: WorkOrderCommandOf<'accept' | 'send-back' | 'supervise'>,
  circumstances: Circumstances,
): WorkOrderDecision => {
  const { status } = order;
  const made = done(circumstances);
  if (command.type === 'accept' && status === 'entered') return accept({ type: 'workOrderAccepted', ...made });
  if (command.type === 'send-back' && (status === 'entered' || status === 'taken-in'))
    return accept({ type: 'workOrderSentBack', reason: command.reason, ...made });
  if (command.type === 'supervise' && (status === 'taken-in' || status === 'in-hand'))
    return accept({ type: 'workOrderSupervised', reason: command.reason, ...made });
  return wrongStatus(order);
};

type LaterCommand = Exclude<WorkOrderCommand, { readonly type: 'enter' }>;

const decideLater = (order: WorkOrderState, command: LaterCommand, circumstances: Circumstances): WorkOrderDecision => {
  switch (command.type) {
    case 'accept':
    case 'send-back':
    case 'supervise':
      return decideBeginning(order, command, circumstances);
    case 'handle':
      return decideHandle(order, command, circumstances);
    case 'give-feedback':
      return decideFeedback(order, command, circumstances);
    case 'follow-up':
    case 'archive':
    case 'reopen':
      return decideEnding(order, command, circumstances);
    case 'merge':
      return decideMerge(order, command, circumstances);
    case 'take-over':
      return decideTakeOver(order, command, circumstances);
    case 'show-caller':
      return order.caller
        ? decideContactReading(command, circumstances, (read) => ({ type: 'callerRead', ...read }))
        : refuse(REFUSALS.noCaller);
    case 'clock-ran-out':
      return accept();
  }
};

/** @returns what a command on a work order comes to. */
export const decideWorkOrder = (
  order: WorkOrderState | undefined,
  command: WorkOrderCommand,
  circumstances: Circumstances,
): WorkOrderDecision => {
  if (command.type === 'enter') return decideEnter(order, command, circumstances);
  return order ? decideLater(order, command, circumstances) : refuse(REFUSALS.unknown);
};
