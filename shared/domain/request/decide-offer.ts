import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import { occasionOf } from './decide-draft.ts';
import { agreementRefusal, placementUnder } from './decide-placement.ts';
import { take } from './decide-requisition.ts';
import { done, type RequestDecision } from './deciding.ts';
import type { Placement } from './placement.ts';
import type { TakeUpOffer } from './request-commands.ts';
import { REQUEST_REFUSALS } from './request-refusals.ts';
import type { OpenRequest, RequestState } from './request-state.ts';

/**
 * Takes up an unsolicited offer: a request made for it, which the representative's signature approves and requisitions in one.
 * The offer stands for the partner's answer.
 */
export const decideTakeUpOffer = (
  state: RequestState | undefined,
  { requestId, offerId, incident: named, agreement: chosen, item, answer, taking }: TakeUpOffer,
  circumstances: Circumstances,
): RequestDecision => {
  if (state) return refuse(REQUEST_REFUSALS.alreadyExists);
  const occasion = occasionOf(named);
  if (!occasion.accepted) return occasion;
  const { agreement, agreementId } = chosen;
  if (!agreement) return refuse(REQUEST_REFUSALS.agreementNotFound, { agreement: agreementId });
  const { incident, exercise } = occasion;
  const unusable = agreementRefusal({ incident, exercise, items: [item] }, agreement, circumstances);
  if (unusable) return { accepted: false, refusal: unusable };
  const { messageId, answeredAt, automatic, items } = answer;
  const placement: Extract<Placement, { status: 'answered' }> = {
    ...placementUnder(agreement, circumstances, messageId),
    status: 'answered',
    answers: items.map((given) => ({ messageId, answeredAt, automatic, answer: given })),
  };
  const made = done(circumstances);
  const requester = circumstances.city;
  const open: OpenRequest = {
    ...{ status: 'placed', id: requestId, requester, incident, exercise, items: [item], authors: [made.by] },
    ...{ draftedAt: made.at, approval: made, placements: [placement], requisitions: [], endedDeployments: {} },
  };
  const record = take(open, taking, circumstances);
  if ('parameters' in record) return { accepted: false, refusal: record };
  const carrier = record.requisition.messageId;
  return accept({
    type: 'offerTakenUp',
    ...{ requestId, requester, offerId, incident, exercise, item, record },
    placement: { ...placement, firstMessageId: carrier, messageId: carrier },
    ...made,
  });
};
