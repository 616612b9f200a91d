import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { LoadedSet } from '../../shared/data/loaded.ts';
import type { OfferCommand, OfferDetails } from '../../shared/domain/offer/offer-commands.ts';
import { OfferCardSchema, offerList } from '../../shared/domain/offer/offer-listings.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { agreementConversation } from '../../shared/exchange/conversations/agreement.ts';
import { offerConversation } from '../../shared/exchange/conversations/offer.ts';
import { teamConversation } from '../../shared/exchange/conversations/team.ts';
import { offerRoutes as routes } from '../../shared/http/routes/offers.ts';
import { OfferViewSchema, offerView } from '../../shared/http/views/offer.ts';
import { commandRoute, listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import { commandsOn } from '../../shared/lambda/commands-on.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';

const CONVERSATIONS = conversationsOf(offerConversation, agreementConversation, teamConversation);

export type OffersCell = HttpCell & ExecutingCell;

/** Unsolicited offers. */
export const createHandler = (cell: OffersCell) => {
  const on = commandsOn(cell, CONVERSATIONS, {
    conversation: offerConversation,
    parameter: 'offerId',
    schema: OfferViewSchema,
    view: offerView,
  });
  return createHttpHandler(cell, [
    implement(routes.listOffers, async ({ query }) => ({
      body: await listCards(cell, offerList(query), query, OfferCardSchema, { descending: true }),
    })),
    implement(routes.readOffer, async ({ params }) => {
      const { state, row } = await loadOr404(cell, offerConversation, params.offerId);
      return { body: offerView(state), version: row.version };
    }),
    commandRoute(cell, CONVERSATIONS, routes.makeOffer, {
      conversation: offerConversation,
      target: cell.newId,
      alsoLoad: ({ body }) => [
        { kind: 'agreement', id: body.agreementId },
        ...teamIdsOf(body).map((id) => ({ kind: 'team' as const, id })),
      ],
      command: ({ body }, others, id) => make(id, body, others),
      view: offerView,
    }),
    on(routes.withdrawOffer, ({ body }) => ({ type: 'withdraw', ...body })),
    on(routes.declineOffer, ({ body }) => ({ type: 'decline', ...body })),
  ]);
};

const teamIdsOf = ({ resources }: OfferDetails): readonly string[] => resources.flatMap(({ teamIds }) => teamIds);

const make = (id: string, details: OfferDetails, others: LoadedSet): OfferCommand => ({
  type: 'make',
  id,
  details,
  agreement: others.state(agreementConversation, details.agreementId),
  teams: teamIdsOf(details).flatMap((teamId) => others.state(teamConversation, teamId) ?? []),
});
