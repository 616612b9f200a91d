import type { IncidentCommand } from '../incident/incident-commands.ts';
import type { Aggregate, Consequence, NoticeDraft } from '../kernel/aggregate.ts';
import { named } from '../kernel/named.ts';
import { urgent } from '../kernel/notice.ts';
import { offDutyNotices } from '../roster/contact-read.ts';
import { decideWorkOrder } from './decide-work-order.ts';
import { evolveWorkOrder } from './evolve-work-order.ts';
import type { WorkOrderCommand, WorkOrderCommandOf } from './work-order-commands.ts';
import { workOrderDeadlines } from './work-order-deadlines.ts';
import { type WorkOrderEvent, type WorkOrderEventOf, WorkOrderEventSchema } from './work-order-events.ts';
import { workOrderListings } from './work-order-listings.ts';
import { type WorkOrderState, WorkOrderStateSchema } from './work-order-state.ts';

const incidentTold = (
  { incidentId, opened, attached, left }: WorkOrderEventOf<'workOrderHandled'>,
  { id: workOrderId, number, exercise }: WorkOrderState,
): readonly Consequence[] => {
  if (incidentId === undefined) return [];
  const told = (id: string, command: IncidentCommand): Consequence => ({ kind: 'incident', id, command });
  if (opened)
    return [
      told(incidentId, {
        type: 'report-from-order',
        ...{ id: incidentId, details: opened, exercise, workOrderId, number },
      }),
    ];
  return [
    ...(attached ? [told(incidentId, { type: 'attach-order', workOrderId, number })] : []),
    ...(left === undefined ? [] : [told(left, { type: 'detach-order', workOrderId })]),
  ];
};

/** An incident learns which orders are about it; an order, for which others it stands. */
const consequences = (event: WorkOrderEvent, order: WorkOrderState): readonly Consequence[] => {
  if (event.type === 'workOrderHandled') return incidentTold(event, order);
  if (event.type !== 'workOrderMerged') return [];
  const orders = [{ workOrderId: order.id, number: order.number }, ...order.merged];
  const command: WorkOrderCommandOf<'take-over'> = { type: 'take-over', orders };
  return [{ kind: 'work-order', id: event.into.workOrderId, command }];
};

const enteredNotice = ({ number, hazard, position, likes }: WorkOrderEventOf<'workOrderEntered'>): NoticeDraft => {
  const [like] = likes;
  const zh = like ? `，疑与${like.kind === 'incident' ? '事件' : '工单'}“${like.name}”重复` : '';
  const en = like
    ? `; it may be the same as ${like.kind === 'incident' ? 'the incident' : 'order'} "${like.name}"`
    : '';
  return urgent(
    `12345工单${number}：${position.place}，${named('hazard', hazard)}，请受理${zh}。`,
    `Work order ${number} of the hotline: ${position.place}, ${named('hazard', hazard)}; accept it${en}.`,
  );
};

const notices = (event: WorkOrderEvent, { number }: WorkOrderState): readonly NoticeDraft[] => {
  switch (event.type) {
    case 'workOrderEntered':
      return [enteredNotice(event)];
    case 'workOrderSupervised':
      return [urgent(`督办工单${number}：${event.reason}`, `Work order ${number} is pressed for: ${event.reason}`)];
    case 'workOrderReopened':
      return [urgent(`工单${number}重新办理：${event.reason}`, `Work order ${number} is open again: ${event.reason}`)];
    case 'callerRead':
      return offDutyNotices(event, number);
    default:
      return [];
  }
};

/** A work order of the 12345 hotline. */
export const workOrder: Aggregate<WorkOrderState, WorkOrderCommand, WorkOrderEvent> = {
  kind: 'work-order',
  stateSchema: WorkOrderStateSchema,
  eventSchema: WorkOrderEventSchema,
  decide: decideWorkOrder,
  evolve: evolveWorkOrder,
  deadlines: workOrderDeadlines,
  dueAt: () => undefined,
  listings: workOrderListings,
  consequences,
  notices,
  isExercise: ({ exercise }) => exercise,
  cameOf: ({ incidentId }) => incidentId,
  related: ({ incidentId }) => (incidentId === undefined ? [] : [{ kind: 'incident', id: incidentId }]),
};
