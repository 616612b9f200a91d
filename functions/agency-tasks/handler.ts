import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { TaskCommand } from '../../shared/domain/task/task-commands.ts';
import { AgencyTaskCardSchema, agencyTaskList } from '../../shared/domain/task/task-listings.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { taskConversation as conversation } from '../../shared/exchange/conversations/task.ts';
import { agencyTaskRoutes as routes } from '../../shared/http/routes/agency-tasks.ts';
import { shownLink } from '../../shared/http/views/task.ts';
import { commandRoute, listCards } from '../../shared/lambda/aggregate-routes.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { issueLink } from '../tasks/task-links.ts';
import { respondingOn, spokesperson } from './responding.ts';

const CONVERSATIONS = conversationsOf(conversation);

export type AgencyTasksCell = HttpCell & ExecutingCell & Pick<Cell, 'newSecret'>;

/** Tasks as the people of an agency see their own part of them. */
export const createHandler = (cell: AgencyTasksCell) =>
  createHttpHandler(cell, [
    implement(routes.list, async ({ query, person }) => ({
      body: await listCards(cell, agencyTaskList(spokesperson(person).agencyId), query, AgencyTaskCardSchema, {
        descending: true,
      }),
    })),
    ...respondingOn(cell, routes),
    implement(routes.issueLink, ({ params, body, ...who }) =>
      issueLink(cell, who, { ...params, ...body, agencyId: spokesperson(who.person).agencyId }),
    ),
    commandRoute(cell, CONVERSATIONS, routes.revokeLink, {
      conversation,
      target: ({ params }) => params.taskId,
      command: ({ params: { linkId }, person }): TaskCommand => ({
        type: 'revoke-link',
        linkId,
        ...spokesperson(person),
      }),
      view: ({ links }, _row, _events, { params }) => shownLink(links, params.linkId),
    }),
  ]);
