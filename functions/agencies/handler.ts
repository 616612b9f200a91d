import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { AgencyCommand } from '../../shared/domain/agency/agency-commands.ts';
import type { AgencyState } from '../../shared/domain/agency/agency-state.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { agencyConversation } from '../../shared/exchange/conversations/agency.ts';
import { rosterConversation } from '../../shared/exchange/conversations/roster.ts';
import { READERS } from '../../shared/http/roles.ts';
import { agencyRoutes as routes } from '../../shared/http/routes/agencies.ts';
import { AgencyViewSchema, agencyView } from '../../shared/http/views/agency.ts';
import { freshness } from '../../shared/http/views/upkeep.ts';
import { commandRoute, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { commandsOn } from '../../shared/lambda/commands-on.ts';
import { dutyClaim, dutyRoster } from '../../shared/lambda/duty-claim.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { listAgencies } from './list-agencies.ts';
import { assertOwn, keeperOf, keepsAs } from './own-agency.ts';

const CONVERSATIONS = conversationsOf(agencyConversation, rosterConversation);

export type AgenciesCell = HttpCell & ExecutingCell & Pick<Cell, 'staleAfterDays'>;

/** The registry of partner agencies. */
export const createHandler = (cell: AgenciesCell) => {
  const conversation = agencyConversation;
  const view = (agency: AgencyState) => agencyView(agency, freshness(cell));
  const on = commandsOn(cell, CONVERSATIONS, {
    conversation,
    parameter: 'agencyId',
    schema: AgencyViewSchema,
    view,
  });
  return createHttpHandler(cell, [
    implement(routes.listAgencies, async ({ query }) => ({ body: await listAgencies(cell, query) })),
    implement(routes.readAgency, async ({ params: { agencyId }, person }) => {
      const { state, row } = await loadOr404(cell, conversation, agencyId);
      assertOwn(person, agencyId, READERS);
      return { body: view(state), version: row.version };
    }),
    commandRoute(cell, CONVERSATIONS, routes.registerAgency, {
      conversation,
      target: cell.newId,
      command: ({ body: { dutyContacts, ...details } }, _, id): AgencyCommand => ({
        type: 'register',
        id,
        details,
        dutyContacts,
      }),
      view,
    }),
    on(routes.changeAgency, ({ body: { dutyContacts, ...details }, params, person }) => {
      assertOwn(person, params.agencyId);
      return { type: 'change', as: keepsAs(person), details, dutyContacts };
    }),
    on(routes.setAgencyAvailability, ({ body, params, person }) => {
      assertOwn(person, params.agencyId);
      return { type: 'set-availability', ...body };
    }),
    on(routes.confirmAgency, ({ person }) => ({ type: 'confirm', by: keeperOf(person) })),
    on(routes.suspendAgency, ({ body }) => ({ type: 'suspend', ...body })),
    on(routes.resumeAgency, () => ({ type: 'resume' })),
    on(routes.retireAgency, ({ body }) => ({ type: 'retire', ...body })),
    commandRoute(cell, CONVERSATIONS, routes.readAgencyContacts, {
      conversation,
      target: ({ params }) => params.agencyId,
      alsoLoad: () => [dutyRoster(cell)],
      command: ({ body, params, person }, others): AgencyCommand => {
        assertOwn(person, params.agencyId);
        return { type: 'show-contacts', ...dutyClaim(cell, body, others) };
      },
      view: ({ dutyContacts }) => ({ dutyContacts }),
    }),
  ]);
};
