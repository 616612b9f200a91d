import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { TaskCommand } from '../../shared/domain/task/task-commands.ts';
import { digestOf } from '../../shared/exchange/canonical.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { taskConversation as conversation } from '../../shared/exchange/conversations/task.ts';
import { taskPhoneRoutes as routes } from '../../shared/http/routes/task-phones.ts';
import { agencyTaskView } from '../../shared/http/views/agency-task.ts';
import { commandRoute } from '../../shared/lambda/aggregate-routes.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { respondingOn, spokesperson } from '../agency-tasks/responding.ts';
import { phoneOf } from './phone-of.ts';

const CONVERSATIONS = conversationsOf(conversation);

export type TaskPhonesCell = HttpCell & ExecutingCell;

/** Tasks as duty phones see them that a one-time link has signed in. */
export const createHandler = (cell: TaskPhonesCell) =>
  createHttpHandler(
    cell,
    [
      commandRoute(cell, CONVERSATIONS, routes.signIn, {
        conversation,
        target: ({ params }) => params.taskId,
        command: ({ body, person: { taskLink = '' } }): TaskCommand => ({
          type: 'bind-link',
          linkId: taskLink,
          phoneDigest: digestOf(body.phone),
        }),
        view: (task, _row, _events, { person }) => agencyTaskView(task, spokesperson(person).agencyId),
      }),
      ...respondingOn(cell, routes),
    ],
    { phoneOf: phoneOf(cell) },
  );
