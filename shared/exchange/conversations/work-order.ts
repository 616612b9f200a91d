import { workOrder } from '../../domain/work-order/work-order.ts';
import type { WorkOrderCommand } from '../../domain/work-order/work-order-commands.ts';
import type { WorkOrderEvent } from '../../domain/work-order/work-order-events.ts';
import type { WorkOrderState } from '../../domain/work-order/work-order-state.ts';
import type { Conversation } from '../conversation.ts';

/** Work orders come from the city's own hotline, and stay in the city. */
export const workOrderConversation: Conversation<WorkOrderState, WorkOrderCommand, WorkOrderEvent> = {
  aggregate: workOrder,
  outgoing: () => [],
  incoming: () => undefined,
};
