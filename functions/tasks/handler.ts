import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { TaskCommand } from '../../shared/domain/task/task-commands.ts';
import { TaskCardSchema, taskList } from '../../shared/domain/task/task-listings.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { agencyConversation } from '../../shared/exchange/conversations/agency.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { requestConversation } from '../../shared/exchange/conversations/request.ts';
import { taskConversation as conversation } from '../../shared/exchange/conversations/task.ts';
import { taskRoutes as routes } from '../../shared/http/routes/tasks.ts';
import { shownLink, TaskViewSchema, taskView } from '../../shared/http/views/task.ts';
import { commandRoute, listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { type BoundRoute, implement } from '../../shared/lambda/bound-route.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { commandsOn } from '../../shared/lambda/commands-on.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { pendingIn } from '../../shared/lambda/pending.ts';
import { addressees, agencyReferences, readFor, sendCommand } from './send-task.ts';
import { issueLink } from './task-links.ts';

const CONVERSATIONS = conversationsOf(conversation, agencyConversation, incidentConversation, requestConversation);

export type TasksCell = HttpCell & ExecutingCell & Pick<Cell, 'newSecret'>;

/** Tasks of partner agencies, as the duty room sends and follows them. */
export const createHandler = (cell: TasksCell) =>
  createHttpHandler(cell, [
    implement(routes.listTasks, async ({ query: { limit, cursor, supervised, ...filter } }) => ({
      body: await listCards(
        cell,
        taskList({ ...filter, supervised: supervised === 'true' }),
        { limit, cursor },
        TaskCardSchema,
        { descending: true },
      ),
    })),
    implement(routes.readTask, async ({ params }) => {
      const loaded = await loadOr404(cell, conversation, params.taskId);
      const pending = pendingIn(cell, conversation, loaded);
      return { body: { ...taskView(loaded.state), pending }, version: loaded.row.version };
    }),
    ...sendingRoutes(cell),
    ...steeringRoutes(cell),
    ...linkRoutes(cell),
  ]);

const taskOf = ({ params }: { readonly params: { readonly taskId: string } }): string => params.taskId;

const sendingRoutes = (cell: TasksCell): readonly BoundRoute[] => [
  commandRoute(cell, CONVERSATIONS, routes.sendTask, {
    conversation,
    target: cell.newId,
    alsoLoad: ({ body }) => readFor(body),
    command: ({ body }, others, id) => sendCommand(body, others, id),
    view: taskView,
  }),
  commandRoute(cell, CONVERSATIONS, routes.offerTask, {
    conversation,
    target: taskOf,
    alsoLoad: ({ body }) => agencyReferences(body.agencies),
    command: ({ body: { agencies, replyBy } }, others): TaskCommand => ({
      type: 'offer',
      addressees: addressees(agencies, others),
      replyBy,
    }),
    view: taskView,
  }),
  commandRoute(cell, CONVERSATIONS, routes.transferTask, {
    conversation,
    target: taskOf,
    alsoLoad: ({ body }) => agencyReferences([body.agencyId]),
    command: ({ body: { agencyId, ...transfer } }, others): TaskCommand => ({
      type: 'transfer',
      addressee: { agency: others.state(agencyConversation, agencyId), pointer: '/agencyId' },
      ...transfer,
    }),
    view: taskView,
  }),
  commandRoute(cell, CONVERSATIONS, routes.handTaskOver, {
    conversation,
    target: taskOf,
    alsoLoad: ({ body }) => [{ kind: 'request', id: body.requestId }],
    command: ({ body: { requestId, reason } }, others): TaskCommand => ({
      type: 'hand-over',
      request: others.state(requestConversation, requestId),
      reason,
    }),
    view: taskView,
  }),
];

const steeringRoutes = (cell: TasksCell): readonly BoundRoute[] => {
  const on = commandsOn(cell, CONVERSATIONS, {
    conversation,
    parameter: 'taskId',
    schema: TaskViewSchema,
    view: taskView,
  });
  return [
    on(routes.acceptCounterProposal, ({ params: { agencyId } }) => ({ type: 'accept-counter-proposal', agencyId })),
    on(routes.refuseCounterProposal, ({ params: { agencyId }, body }) => ({
      type: 'refuse-counter-proposal',
      agencyId,
      ...body,
    })),
    on(routes.urgeTask, ({ body }) => ({ type: 'urge', ...body })),
    on(routes.superviseTask, ({ body }) => ({ type: 'supervise', ...body })),
    on(routes.followTaskUp, ({ body }) => ({ type: 'follow-up', ...body })),
    on(routes.archiveTask, () => ({ type: 'archive' })),
    on(routes.reopenTask, ({ body }) => ({ type: 'reopen', ...body })),
    on(routes.cancelTask, ({ body }) => ({ type: 'cancel', ...body })),
  ];
};

const linkRoutes = (cell: TasksCell): readonly BoundRoute[] => [
  implement(routes.issueLink, ({ params, body, ...who }) => issueLink(cell, who, { ...params, ...body })),
  commandRoute(cell, CONVERSATIONS, routes.revokeLink, {
    conversation,
    target: taskOf,
    command: ({ params: { linkId } }): TaskCommand => ({ type: 'revoke-link', linkId }),
    view: ({ links }, _row, _events, { params }) => shownLink(links, params.linkId),
  }),
];
