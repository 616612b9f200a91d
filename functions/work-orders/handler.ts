import type { Reference } from '../../shared/data/loaded.ts';
import type { HandlingChoice } from '../../shared/domain/work-order/handling.ts';
import type { WorkOrderCommand } from '../../shared/domain/work-order/work-order-commands.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { requestConversation } from '../../shared/exchange/conversations/request.ts';
import { taskConversation } from '../../shared/exchange/conversations/task.ts';
import { workOrderConversation as conversation } from '../../shared/exchange/conversations/work-order.ts';
import { workOrderRoutes as routes } from '../../shared/http/routes/work-orders.ts';
import { WorkOrderViewSchema, workOrderView } from '../../shared/http/views/work-order.ts';
import { commandRoute } from '../../shared/lambda/aggregate-routes.ts';
import { commandsOn } from '../../shared/lambda/commands-on.ts';
import { dutyClaim, dutyRoster } from '../../shared/lambda/duty-claim.ts';
import { createHttpHandler } from '../../shared/lambda/http-handler.ts';
import { enteringRoute } from './entering-route.ts';
import { readingRoutes } from './reading-routes.ts';
import { CONVERSATIONS, type WorkOrdersCell } from './work-orders-cell.ts';

/** @returns what a choice names, to be read with the order. */
const namedBy = (choice: HandlingChoice): readonly Reference[] => {
  switch (choice.by) {
    case 'incident':
      return [{ kind: 'incident', id: choice.incidentId }];
    case 'task':
      return [{ kind: 'task', id: choice.taskId }];
    case 'request-item':
      return [{ kind: 'request', id: choice.requestId }];
    default:
      return [];
  }
};

/** Work orders of the 12345 hotline. */
export const createHandler = (cell: WorkOrdersCell) => {
  const view = workOrderView;
  const target = ({ params }: { readonly params: { readonly workOrderId: string } }) => params.workOrderId;
  const named = { conversation, parameter: 'workOrderId', schema: WorkOrderViewSchema } as const;
  const on = commandsOn(cell, CONVERSATIONS, { ...named, view: (order) => workOrderView(order) });
  return createHttpHandler(cell, [
    enteringRoute(cell),
    ...readingRoutes(cell),
    on(routes.acceptWorkOrder, ({ body }) =>
      body.decision === 'accept' ? { type: 'accept' } : { type: 'send-back', reason: body.reason },
    ),
    commandRoute(cell, CONVERSATIONS, routes.handleWorkOrder, {
      conversation,
      target,
      alsoLoad: ({ body }) => namedBy(body),
      command: ({ body: choice }, others): WorkOrderCommand => ({
        type: 'handle',
        choice,
        ...(choice.by === 'incident' ? { incident: others.state(incidentConversation, choice.incidentId) } : {}),
        ...(choice.by === 'task' ? { task: others.state(taskConversation, choice.taskId) } : {}),
        ...(choice.by === 'request-item' ? { request: others.state(requestConversation, choice.requestId) } : {}),
      }),
      view: (order) => view(order),
    }),
    on(routes.superviseWorkOrder, ({ body }) => ({ type: 'supervise', ...body })),
    on(routes.answerWorkOrder, ({ body }) => ({ type: 'give-feedback', ...body })),
    on(routes.followWorkOrderUp, ({ body }) => ({ type: 'follow-up', ...body })),
    on(routes.archiveWorkOrder, () => ({ type: 'archive' })),
    on(routes.reopenWorkOrder, ({ body }) => ({ type: 'reopen', ...body })),
    commandRoute(cell, CONVERSATIONS, routes.mergeWorkOrder, {
      conversation,
      target,
      alsoLoad: ({ body: { into } }) => [{ kind: 'work-order', id: into }],
      command: ({ body: { into } }, others): WorkOrderCommand => ({
        type: 'merge',
        into: others.state(conversation, into),
      }),
      view: (order) => view(order),
    }),
    commandRoute(cell, CONVERSATIONS, routes.readCaller, {
      conversation,
      target,
      alsoLoad: () => [dutyRoster(cell)],
      command: ({ body }, others): WorkOrderCommand => ({ type: 'show-caller', ...dutyClaim(cell, body, others) }),
      view: ({ caller, description }) => {
        if (!caller) throw new Error('a caller who left no name and no number cannot have been read');
        return { caller, description };
      },
    }),
  ]);
};
