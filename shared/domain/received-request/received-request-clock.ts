import { accept, type Circumstances, type Decision } from '../kernel/decision.ts';
import { earliest, type Instant, MINUTE_MS, plus } from '../kernel/instant.ts';
import type { ReceivedRequestEvent } from './received-request-events.ts';
import { begunDeployments, lastNeeded, runningDeployments, unansweredItems } from './received-request-items.ts';
import { isOpen, type OpenReceivedRequest, type ReceivedRequestState } from './received-request-state.ts';

/**
 * How long the city tries to answer pre-authorised items by itself, milliseconds: normally they are answered in the moment the
 * request comes; if that was interrupted, the clock has it done, every minute until this has passed. Then people decide.
 */
export const AUTOMATIC_ANSWER_MS = 10 * MINUTE_MS;

/** Nothing is to be done about it any more, but the requester may still call for what was promised. */
const isIdle = (state: OpenReceivedRequest): boolean =>
  state.status !== 'requisitioned' && unansweredItems(state).length === 0 && runningDeployments(state).length === 0;

/** @returns the moment at which the clock must look at it next; pre-authorised items are due as soon as they come. */
export const receivedRequestDueAt = (state: ReceivedRequestState): Instant | undefined => {
  if (!isOpen(state)) return undefined;
  return earliest(
    state.preAuthorised.length > 0 ? state.receivedAt : undefined,
    unansweredItems(state).length > 0 ? state.replyBy : undefined,
    isIdle(state) ? lastNeeded(state) : undefined,
  );
};

const replyEvents = (state: OpenReceivedRequest, now: Instant): readonly ReceivedRequestEvent[] => {
  const itemIds = unansweredItems(state).map(({ itemId }) => itemId);
  return itemIds.length > 0 && state.replyBy <= now ? [{ type: 'replyDeadlinePassed', itemIds, at: now }] : [];
};

const automaticAnswerEvents = (
  { preAuthorised, receivedAt, replyBy }: OpenReceivedRequest,
  now: Instant,
): readonly ReceivedRequestEvent[] =>
  preAuthorised.length > 0 && replyBy > now && plus(receivedAt, AUTOMATIC_ANSWER_MS) <= now
    ? [{ type: 'automaticAnswerForgone', itemIds: preAuthorised.map(({ itemId }) => itemId), at: now }]
    : [];

/** Promises nobody called for end with the time for which they were made. */
const endingEvents = (state: OpenReceivedRequest, now: Instant): readonly ReceivedRequestEvent[] => {
  if (!isIdle(state) || lastNeeded(state) > now) return [];
  const outcome = begunDeployments(state).length > 0 ? 'missions-ended' : 'not-taken-up';
  return [{ type: 'receivedRequestConcluded', ending: { outcome, at: now } }];
};

/** What the clock finds due. */
export const decideClockRanOut = (
  state: ReceivedRequestState,
  { now }: Circumstances,
): Decision<ReceivedRequestEvent> =>
  isOpen(state)
    ? accept(...automaticAnswerEvents(state, now), ...replyEvents(state, now), ...endingEvents(state, now))
    : accept();
