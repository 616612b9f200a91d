import type { ExecutingCell } from '../../shared/data/execute.ts';
import { type AgreementState, partnerOf } from '../../shared/domain/agreement/agreement-state.ts';
import type { OfferCommand } from '../../shared/domain/offer/offer-commands.ts';
import { partsOf } from '../../shared/domain/package/package-state.ts';
import type { Position } from '../../shared/domain/vocabulary/position.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { agreementConversation } from '../../shared/exchange/conversations/agreement.ts';
import { offerConversation } from '../../shared/exchange/conversations/offer.ts';
import { packageConversation } from '../../shared/exchange/conversations/package.ts';
import { packageRoutes } from '../../shared/http/routes/packages.ts';
import { type OfferView, offerView } from '../../shared/http/views/offer.ts';
import { commandRoute, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { type BoundRoute, implement, type RouteOutput } from '../../shared/lambda/bound-route.ts';
import { PART_CONVERSATIONS, partsAmong } from '../../shared/lambda/package-parts.ts';
import { CITIES } from '../../shared/reference/cities.ts';

const CONVERSATIONS = { ...PART_CONVERSATIONS, ...conversationsOf(offerConversation, agreementConversation) };

const { offerPackage: contract } = packageRoutes;

/** Where help for the partner of an agreement goes if nobody says where, as far as the reference data knows. */
const seatOf = (agreement: AgreementState | undefined, city: string): Position | undefined => {
  const partner = agreement && CITIES.find(({ code }) => code === partnerOf(agreement, city));
  return partner && { ...partner.seat, crs: 'WGS-84', place: partner.name.zh };
};

/**
 * Offers a package. The package is read first, because it says which teams, equipment and vehicles are to be read with the
 * agreement: one read more than other commands.
 */
export const offerPackage = (cell: ExecutingCell): BoundRoute =>
  implement(contract, async (input) => {
    const { state } = await loadOr404(cell, packageConversation, input.params.packageId);
    const route = commandRoute(cell, CONVERSATIONS, contract, {
      conversation: offerConversation,
      target: cell.newId,
      alsoLoad: ({ body }) => [{ kind: 'agreement', id: body.agreementId }, ...partsOf(state.details)],
      command: ({ body }, others, id): OfferCommand => {
        const agreement = others.state(agreementConversation, body.agreementId);
        const destination = body.destination ?? seatOf(agreement, cell.city);
        const parts = partsAmong(others, state.details);
        return { type: 'make-from-package', id, terms: { ...body, destination }, package: state, parts, agreement };
      },
      view: offerView,
    });
    return (await route.run(input)) as RouteOutput<OfferView>;
  });
