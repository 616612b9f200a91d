import type { AgreementState } from '../agreement/agreement-state.ts';
import type { AgreementTerms } from '../agreement/agreement-terms.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { type Instant, MINUTE_MS, plus } from '../kernel/instant.ts';
import type { ItemAnswer } from '../request/answer.ts';
import type { PlacedRequest } from '../request/placed-request.ts';
import type { RequestItem } from '../request/request-item.ts';
import { sameContent } from '../request/same-content.ts';
import { coverOf } from './cover.ts';
import type { ReceivedRequestCommandOf } from './received-request-commands.ts';
import type { ReceivedRequestEvent, ReceivedRequestEventOf } from './received-request-events.ts';
import { begunDeployments, itemOf, liveRequisitions, runningDeployments } from './received-request-items.ts';
import { RECEIVED_REQUEST_REFUSALS as REFUSALS } from './received-request-refusals.ts';
import { isFinal, isOpen, type PreAuthorisedItem, type ReceivedRequestState } from './received-request-state.ts';

type Reception = Decision<ReceivedRequestEvent>;

/** An item is pre-authorised when no better team is asked for than the terms cover, and no more teams. */
const preAuthorisedItems = (items: readonly RequestItem[], { preAuthorised }: AgreementTerms): PreAuthorisedItem[] =>
  items.flatMap(({ itemId, kind, level, quantity }) => {
    const covering = preAuthorised.filter(
      (term) => term.kind === kind && term.level <= level && term.quantity >= quantity,
    );
    return covering.length === 0 ? [] : [{ itemId, quantity: Math.max(...covering.map((term) => term.quantity)) }];
  });

/** The requester says by when it waits; a request that comes after that, as after an outage, has the agreement's time anew. */
const replyDeadline = ({ replyBy }: PlacedRequest, { replyWithinMinutes }: AgreementTerms, now: Instant): Instant =>
  replyBy > now ? replyBy : plus(now, replyWithinMinutes * MINUTE_MS);

/** What is known of a request that its agreement covers, or the term that excludes it. */
const receivedUnder = (placed: PlacedRequest, agreement: AgreementState | undefined, now: Instant) => {
  const cover = coverOf(placed, agreement, now);
  if ('refusal' in cover) return cover;
  const { terms } = cover;
  return {
    received: {
      placed,
      at: now,
      replyBy: replyDeadline(placed, terms, now),
      replyWithinMinutes: terms.replyWithinMinutes,
      preAuthorised: preAuthorisedItems(placed.items, terms),
    },
  };
};

/** A partner places a request. */
export const decideReceive = (
  state: ReceivedRequestState | undefined,
  { from, placed, agreement }: ReceivedRequestCommandOf<'receive'>,
  { now, city }: Circumstances,
): Reception => {
  const { requestId, requestedBy } = placed;
  if (requestedBy.city !== from) return refuse(REFUSALS.notParty, { from, requester: requestedBy.city });
  if (state) return refuse(REFUSALS.alreadyReceived, { requestId });
  const under = receivedUnder(placed, agreement, now);
  return 'refusal' in under
    ? { accepted: false, refusal: under.refusal }
    : accept({ type: 'requestReceived', provider: city, ...under.received });
};

/**
 * Answers to items that an update leaves as they were are given again, to the new version: whether the requester had them
 * when it wrote the update, this city cannot know, and what answers an older version counts for nothing there.
 */
const answeredAgain = (
  state: ReceivedRequestState,
  placed: PlacedRequest,
  { now, newId }: Circumstances,
): readonly ReceivedRequestEventOf<'itemsAnswered'>[] => {
  const isKept = ({ itemId }: ItemAnswer): boolean =>
    liveRequisitions(state, itemId).length === 0 && sameContent(itemOf(state, itemId), itemOf({ placed }, itemId));
  return state.answers.flatMap(({ items, automatic }) => {
    const kept = items.filter(isKept);
    if (kept.length === 0) return [];
    return [{ type: 'itemsAnswered', answer: { messageId: newId(), answeredAt: now, items: kept, automatic } }];
  });
};

/** The requester replaces its request. What has been requisitioned cannot be changed any more; other items can. */
export const decideReceiveUpdate = (
  state: ReceivedRequestState,
  { placed, recalledMessageId, agreement }: ReceivedRequestCommandOf<'receive-update'>,
  circumstances: Circumstances,
): Reception => {
  if (isFinal(state)) return refuse(REFUSALS.ended, { status: state.status });
  const current = state.placed.messageId;
  if (recalledMessageId !== current)
    return refuse(REFUSALS.otherMessageRecalled, { recalled: recalledMessageId, current });
  const isFixed = ({ itemId }: RequestItem) => liveRequisitions(state, itemId).length > 0;
  if (state.placed.items.some((item) => isFixed(item) && !sameContent(item, itemOf({ placed }, item.itemId))))
    return refuse(REFUSALS.alreadyRequisitioned);
  const under = receivedUnder(placed, agreement, circumstances.now);
  if ('refusal' in under) return { accepted: false, refusal: under.refusal };
  const again = answeredAgain(state, placed, circumstances);
  const isAnswered = (id: string) => again.some(({ answer }) => answer.items.some(({ itemId }) => itemId === id));
  const preAuthorised = under.received.preAuthorised.filter(
    ({ itemId }) => !isAnswered(itemId) && liveRequisitions(state, itemId).length === 0,
  );
  return accept<ReceivedRequestEvent>(
    { type: 'requestUpdated', recalledMessageId, ...under.received, preAuthorised },
    ...again,
  );
};

/** The requester withdraws its request: possible until a team is committed, and after the last one is home. */
export const decideReceiveCancellation = (
  state: ReceivedRequestState,
  { messageId, reason }: ReceivedRequestCommandOf<'receive-cancellation'>,
  { now }: Circumstances,
): Reception => {
  if (!isOpen(state) && state.status !== 'lapsed') return accept();
  if (runningDeployments(state).length > 0) return refuse(REFUSALS.alreadyCommitted);
  return begunDeployments(state).length > 0
    ? accept({ type: 'receivedRequestConcluded', ending: { outcome: 'missions-ended', at: now } })
    : accept({ type: 'requestCancelled', ending: { outcome: 'cancelled', messageId, reason, at: now } });
};
