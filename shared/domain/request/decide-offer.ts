import { type AgreementState, partnerOf } from '../agreement/agreement-state.ts';
import { AGREEMENT_USE_REFUSALS } from '../agreement/agreement-use.ts';
import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import { mixedRefusal } from '../kernel/realm.ts';
import type { OfferedResource, OfferState } from '../offer/offer-state.ts';
import { occasionOf } from './decide-draft.ts';
import { agreementRefusal, placementUnder } from './decide-placement.ts';
import { take } from './decide-requisition.ts';
import { done, type RequestDecision } from './deciding.ts';
import type { Placement } from './placement.ts';
import type { TakeUpOffer } from './request-commands.ts';
import type { RequestItem } from './request-item.ts';
import { REQUEST_REFUSALS } from './request-refusals.ts';
import { NO_ENGAGEMENTS, type OpenRequest, type RequestState } from './request-state.ts';

/** What is needed to take up an offer, all there. */
interface Found {
  readonly accepted: true;
  readonly offer: OfferState;
  readonly resource: OfferedResource;
  readonly agreement: AgreementState;
}

type No = Extract<RequestDecision, { accepted: false }>;

const find = ({ offer, resourceId, agreement: { agreementId, agreement } }: TakeUpOffer, city: string): Found | No => {
  if (!offer) return refuse(REQUEST_REFUSALS.offerNotFound);
  if (offer.receiver !== city) return refuse(REQUEST_REFUSALS.offerNotOurs);
  if (offer.offer.agreementId !== agreementId)
    return refuse(REQUEST_REFUSALS.otherAgreement, { agreement: offer.offer.agreementId }, '/agreementId');
  if (!agreement) return refuse(AGREEMENT_USE_REFUSALS.notFound, { agreement: agreementId }, '/agreementId');
  const resource = offer.offer.resources.find((candidate) => candidate.resourceId === resourceId);
  if (!resource) return refuse(REQUEST_REFUSALS.unknownResource, { resourceId }, '/resourceId');
  if (resource.teams.length === 0) return refuse(REQUEST_REFUSALS.offerUnnamed, {}, '/resourceId');
  return { accepted: true, offer, resource, agreement };
};

/** The offer as the partner's answer to the item that was made of it; when its teams set out the commitment will say. */
const offeredPlacement = (
  { offer: { offer }, resource, agreement }: Found,
  itemId: string,
  circumstances: Circumstances,
): Extract<Placement, { status: 'answered' }> => {
  const { messageId, offeredAt: answeredAt, availableFrom } = offer;
  const { teams, costs } = resource;
  const moments = { estimatedDeparture: availableFrom, estimatedArrival: availableFrom };
  return {
    ...placementUnder(agreement, circumstances, messageId),
    status: 'answered',
    answers: [
      { messageId, answeredAt, automatic: false, answer: { response: 'accept', itemId, teams, costs, ...moments } },
    ],
  };
};

/**
 * Takes up an unsolicited offer: a request made for it, which the representative's signature approves and requisitions in one.
 * The offer stands for the partner's answer.
 */
export const decideTakeUpOffer = (
  state: RequestState | undefined,
  command: TakeUpOffer,
  circumstances: Circumstances,
): RequestDecision => {
  if (state) return refuse(REQUEST_REFUSALS.alreadyExists);
  const found = find(command, circumstances.city);
  if (!found.accepted) return found;
  const occasion = occasionOf(command.incident);
  if (!occasion.accepted) return occasion;
  const { incident, exercise } = occasion;
  const { kind, level, quantity } = found.resource;
  const item: RequestItem = { itemId: circumstances.newId(), kind, level, quantity, ...command.mission };
  const refusal =
    mixedRefusal(found.offer.offer.exercise, exercise) ??
    agreementRefusal({ incident, exercise, items: [item] }, found.agreement, circumstances);
  if (refusal) return { accepted: false, refusal };
  const placement = offeredPlacement(found, item.itemId, circumstances);
  const { requestId, offerId, taking } = command;
  const requester = circumstances.city;
  const made = done(circumstances);
  const open: OpenRequest = {
    ...{ status: 'placed', id: requestId, requester, incident, exercise, items: [item], authors: [made.by] },
    ...{ draftedAt: made.at, approval: made, ...NO_ENGAGEMENTS, placements: [placement] },
  };
  const city = partnerOf(found.agreement, requester);
  const record = take(open, { ...taking, city, itemId: item.itemId }, circumstances);
  if ('parameters' in record) return { accepted: false, refusal: record };
  const { messageId } = record.requisition;
  return accept({
    type: 'offerTakenUp',
    ...{ requestId, requester, offerId, incident, exercise, item, record },
    placement: { ...placement, firstMessageId: messageId, messageId },
    ...made,
  });
};
