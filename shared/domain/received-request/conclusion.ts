import type { Instant } from '../kernel/instant.ts';
import type { ReceivedRequestEvent } from './received-request-events.ts';
import { begunDeployments, hasOpenPromise, runningDeployments, unansweredItems } from './received-request-items.ts';
import { isOpen, type ReceivedRequestState } from './received-request-state.ts';

/**
 * @returns the event that concludes the request, if nothing is left to wait for: every team is home and nothing else was
 * promised or awaits an answer, or the requester takes nothing more.
 */
export const conclusion = (state: ReceivedRequestState, now: Instant): readonly ReceivedRequestEvent[] => {
  if (!isOpen(state) || state.status === 'requisitioned') return [];
  const isWaiting = runningDeployments(state).length > 0 || hasOpenPromise(state);
  if (isWaiting || unansweredItems(state).length > 0) return [];
  if (begunDeployments(state).length > 0)
    return [{ type: 'receivedRequestConcluded', ending: { outcome: 'missions-ended', at: now } }];
  return state.declines.length > 0
    ? [{ type: 'receivedRequestConcluded', ending: { outcome: 'declined', at: now } }]
    : [];
};
