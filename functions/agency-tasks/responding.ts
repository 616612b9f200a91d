import type * as z from 'zod';
import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { AgencyTaskCommand, Spokesperson } from '../../shared/domain/task/task-commands.ts';
import { conversationsOf, type SomeConversations } from '../../shared/exchange/conversation.ts';
import { taskConversation as conversation } from '../../shared/exchange/conversations/task.ts';
import type { Person } from '../../shared/http/person.ts';
import type { RouteContract } from '../../shared/http/route.ts';
import type { RespondingRoutes, taskParams } from '../../shared/http/routes/responding.ts';
import { type AgencyTaskView, type AgencyTaskViewSchema, agencyTaskView } from '../../shared/http/views/agency-task.ts';
import { commandRoute, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { type BoundRoute, implement, type RouteOutput } from '../../shared/lambda/bound-route.ts';

const CONVERSATIONS = conversationsOf(conversation);

/** Somebody of no agency speaks for this one, which has no tasks. */
const NO_AGENCY = '';

/** @returns the agency a person speaks for, and the link by which a duty phone does. */
export const spokesperson = ({ agency = NO_AGENCY, taskLink }: Person): Spokesperson => ({
  agencyId: agency,
  ...(taskLink === undefined ? {} : { linkId: taskLink }),
});

type Said = AgencyTaskCommand extends infer C ? (C extends AgencyTaskCommand ? Omit<C, 'as'> : never) : never;

/** Binds what an agency does with a task, for its people or for a duty phone: both see and do the same. */
export const respondingOn = (cell: ExecutingCell, routes: RespondingRoutes): readonly BoundRoute[] => {
  const on = <B extends z.ZodType>(
    contract: RouteContract<typeof taskParams, z.ZodType, B, typeof AgencyTaskViewSchema>,
    said: (body: z.infer<B>) => Said,
    conversations: SomeConversations = CONVERSATIONS,
  ) =>
    commandRoute(cell, conversations, contract, {
      conversation,
      target: ({ params }) => params.taskId,
      command: ({ body, person }) => ({ ...said(body), as: spokesperson(person) }) as AgencyTaskCommand,
      view: (task, _row, _events, { person }) => agencyTaskView(task, spokesperson(person).agencyId),
    });
  return [
    implement(routes.read, async ({ params, person }) => {
      const { state, row } = await loadOr404(cell, conversation, params.taskId);
      return { body: agencyTaskView(state, spokesperson(person).agencyId), version: row.version };
    }),
    on(routes.accept, () => ({ type: 'accept' })),
    // The last to decline puts the task's teams back to its request, of which no other answer knows: loaded when it is needed.
    implement(routes.decline, async (input) => {
      const { requestAtHome } = await import('../../shared/exchange/conversations/request-at-home.ts');
      const conversations = conversationsOf(conversation, requestAtHome);
      const declining = on(routes.decline, (body) => ({ type: 'decline', ...body }), conversations);
      return (await declining.run(input)) as RouteOutput<AgencyTaskView>;
    }),
    on(routes.counterPropose, (proposal) => ({ type: 'counter-propose', proposal })),
    on(routes.reportProgress, (report) => ({ type: 'report-progress', report })),
    on(routes.finish, (body) => ({ type: 'finish', ...body })),
    on(routes.giveFeedback, (feedback) => ({ type: 'give-feedback', feedback })),
  ];
};
