import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { ExpertCommand } from '../../shared/domain/expert/expert-commands.ts';
import type { ExpertState } from '../../shared/domain/expert/expert-state.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { expertConversation } from '../../shared/exchange/conversations/expert.ts';
import { rosterConversation } from '../../shared/exchange/conversations/roster.ts';
import { DUTY_ROOM, REGISTRARS } from '../../shared/http/roles.ts';
import { expertRoutes as routes } from '../../shared/http/routes/experts.ts';
import { ExpertViewSchema, expertView } from '../../shared/http/views/expert.ts';
import { freshness } from '../../shared/http/views/upkeep.ts';
import { commandRoute, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { commandsOn } from '../../shared/lambda/commands-on.ts';
import { dutyClaim, dutyRoster } from '../../shared/lambda/duty-claim.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { listExperts } from './list-experts.ts';
import { actsAs, assertMaySee } from './own-entry.ts';

const CONVERSATIONS = conversationsOf(expertConversation, rosterConversation);

export type ExpertsCell = HttpCell & ExecutingCell & Pick<Cell, 'staleAfterDays'>;

/** The pool of experts. */
export const createHandler = (cell: ExpertsCell) => {
  const view = (expert: ExpertState) => expertView(expert, freshness(cell));
  const on = commandsOn(cell, CONVERSATIONS, {
    conversation: expertConversation,
    parameter: 'expertId',
    schema: ExpertViewSchema,
    view,
  });
  return createHttpHandler(cell, [
    implement(routes.listExperts, async ({ query, person }) => ({ body: await listExperts(cell, query, person) })),
    implement(routes.readExpert, async ({ params, person }) => {
      const { state, row } = await loadOr404(cell, expertConversation, params.expertId);
      assertMaySee(person, state);
      return { body: view(state), version: row.version };
    }),
    commandRoute(cell, CONVERSATIONS, routes.appointExpert, {
      conversation: expertConversation,
      target: cell.newId,
      command: ({ body: { contact, term, reason, ...details } }, _, id): ExpertCommand => ({
        type: 'appoint',
        id,
        details,
        contact,
        term,
        reason,
      }),
      view,
    }),
    on(routes.changeExpert, ({ body }) => ({ type: 'change', details: body })),
    on(routes.changeExpertContact, ({ body, person }) => ({
      type: 'change-contact',
      as: actsAs(person, REGISTRARS),
      contact: body,
    })),
    on(routes.setExpertAvailability, ({ body, person }) => ({
      type: 'set-availability',
      as: actsAs(person, REGISTRARS),
      ...body,
    })),
    on(routes.confirmExpert, ({ person }) => ({ type: 'confirm', as: actsAs(person, REGISTRARS) })),
    on(routes.renewExpert, ({ body }) => ({ type: 'renew', ...body })),
    on(routes.retireExpert, ({ body }) => ({ type: 'leave', ...body })),
    commandRoute(cell, CONVERSATIONS, routes.readExpertContact, {
      conversation: expertConversation,
      target: ({ params }) => params.expertId,
      alsoLoad: () => [dutyRoster(cell)],
      command: ({ body, person }, others): ExpertCommand => ({
        type: 'show-contact',
        as: actsAs(person, DUTY_ROOM),
        ...dutyClaim(cell, body, others),
      }),
      view: ({ contact }) => contact,
    }),
  ]);
};
