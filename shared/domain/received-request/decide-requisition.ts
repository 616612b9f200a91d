import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { type Instant, MINUTE_MS, plus } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { namedIds } from '../request/answer.ts';
import type { Requisition } from '../request/requisition.ts';
import { coverOf } from './cover.ts';
import type { ReceivedRequestCommandOf } from './received-request-commands.ts';
import type { ReceivedRequestEvent } from './received-request-events.ts';
import { itemOf, promisedFor, requisitionedIds } from './received-request-items.ts';
import { RECEIVED_REQUEST_REFUSALS as REFUSALS } from './received-request-refusals.ts';
import { isFinal, type ReceivedRequestState } from './received-request-state.ts';

type Receive = ReceivedRequestCommandOf<'receive-requisition'>;

/** A requisition may name teams or lots of the standing answer only, or teams of the offer it takes up, and each once. */
const namingRefusal = (
  state: ReceivedRequestState,
  requisition: Requisition,
  isOffered: boolean,
): Refusal | undefined => {
  const promised = namedIds(promisedFor(state, requisition.itemId));
  const taken = new Set(requisitionedIds(state));
  for (const teamId of namedIds(requisition)) {
    if (!isOffered && !promised.includes(teamId)) return { reason: REFUSALS.teamNotPromised, parameters: { teamId } };
    if (taken.has(teamId)) return { reason: REFUSALS.teamNamedTwice, parameters: { teamId } };
    taken.add(teamId);
  }
  return undefined;
};

const isKnown = ({ requisitions }: ReceivedRequestState, requisitionId: string): boolean =>
  requisitions.some(({ requisition }) => requisition.requisitionId === requisitionId);

const received = ({ requisition, offer }: Receive, replyWithinMinutes: number, now: Instant): ReceivedRequestEvent => ({
  type: 'requisitionReceived',
  requisition,
  at: now,
  commitBy: plus(now, replyWithinMinutes * MINUTE_MS),
  ...(offer && { offerId: offer.offerId }),
});

/** The requester requisitions what an answer promised, or an offer of this city did. */
const requisitioned = (state: ReceivedRequestState, command: Receive, now: Instant): Decision<ReceivedRequestEvent> => {
  const { requisition, offer } = command;
  const { requisitionId, itemId } = requisition;
  if (isFinal(state)) return refuse(REFUSALS.ended, { status: state.status });
  if (isKnown(state, requisitionId)) return refuse(REFUSALS.requisitionRepeated, { requisitionId });
  if (!itemOf(state, itemId)) return refuse(REFUSALS.unknownItem, { itemId });
  const refusal = namingRefusal(state, requisition, offer !== undefined);
  return refusal ? { accepted: false, refusal } : accept(received(command, state.replyWithinMinutes, now));
};

/** An offer of this city is taken up for a request that it hears of with the requisition only. */
const openedByOffer = (command: Receive, { now, city }: Circumstances): Decision<ReceivedRequestEvent> => {
  const { requisition, preceding, offer, from, agreement } = command;
  if (!offer) return refuse(REFUSALS.notARequest);
  const { placed, offerId } = offer;
  if (placed.requestedBy.city !== from) return refuse(REFUSALS.notParty, { from, requester: placed.requestedBy.city });
  if (!itemOf({ placed }, requisition.itemId)) return refuse(REFUSALS.unknownItem, { itemId: requisition.itemId });
  const cover = coverOf(placed, agreement, now);
  if ('refusal' in cover) return { accepted: false, refusal: cover.refusal };
  const { replyWithinMinutes } = cover.terms;
  const originating = preceding ?? requisition.messageId;
  return accept<ReceivedRequestEvent>(
    { type: 'requestOpenedByOffer', provider: city, placed, originating, offerId, at: now, replyWithinMinutes },
    received(command, replyWithinMinutes, now),
  );
};

/** A requisition of what was answered; or the first that is heard of a request, where an offer is taken up. */
export const decideReceiveRequisition = (
  state: ReceivedRequestState | undefined,
  command: Receive,
  circumstances: Circumstances,
): Decision<ReceivedRequestEvent> =>
  state ? requisitioned(state, command, circumstances.now) : openedByOffer(command, circumstances);
