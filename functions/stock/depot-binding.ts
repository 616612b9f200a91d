import type { DepotCommand } from '../../shared/domain/depot/depot-commands.ts';
import { DEPOT_LIST, DepotCardSchema } from '../../shared/domain/depot/depot-listings.ts';
import type { DepotState } from '../../shared/domain/depot/depot-state.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { depotConversation } from '../../shared/exchange/conversations/depot.ts';
import { rosterConversation } from '../../shared/exchange/conversations/roster.ts';
import { depotRoutes as routes } from '../../shared/http/routes/depots.ts';
import { DepotViewSchema, depotView } from '../../shared/http/views/depot.ts';
import { freshness } from '../../shared/http/views/upkeep.ts';
import { commandRoute, listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { type BoundRoute, implement } from '../../shared/lambda/bound-route.ts';
import { commandsOn } from '../../shared/lambda/commands-on.ts';
import { dutyClaim, dutyRoster } from '../../shared/lambda/duty-claim.ts';
import type { StockCell } from './stock-cell.ts';

const CONVERSATIONS = conversationsOf(depotConversation, rosterConversation);

/** @returns the routes of the registry of depots. */
export const boundDepotRoutes = (cell: StockCell): readonly BoundRoute[] => {
  const conversation = depotConversation;
  const view = (depot: DepotState) => depotView(depot, freshness(cell));
  const on = commandsOn(cell, CONVERSATIONS, { conversation, parameter: 'depotId', schema: DepotViewSchema, view });
  return [
    implement(routes.listDepots, async ({ query }) => ({
      body: await listCards(cell, DEPOT_LIST, query, DepotCardSchema),
    })),
    implement(routes.readDepot, async ({ params }) => {
      const { state, row } = await loadOr404(cell, conversation, params.depotId);
      return { body: view(state), version: row.version };
    }),
    commandRoute(cell, CONVERSATIONS, routes.registerDepot, {
      conversation,
      target: cell.newId,
      command: ({ body: { dutyContact, ...details } }, _, id): DepotCommand => ({
        type: 'register',
        id,
        details,
        dutyContact,
      }),
      view,
    }),
    on(routes.changeDepot, ({ body: { dutyContact, ...details } }) => ({ type: 'change', details, dutyContact })),
    on(routes.confirmDepot, () => ({ type: 'confirm' })),
    on(routes.retireDepot, ({ body }) => ({ type: 'retire', ...body })),
    commandRoute(cell, CONVERSATIONS, routes.readDepotContact, {
      conversation,
      target: ({ params }) => params.depotId,
      alsoLoad: () => [dutyRoster(cell)],
      command: ({ body }, others): DepotCommand => ({ type: 'show-contact', ...dutyClaim(cell, body, others) }),
      view: ({ dutyContact }) => dutyContact,
    }),
  ];
};
