import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import { MINUTE_MS, plus } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { heldFor } from './bookkeeping.ts';
import { done, type RequestDecision, wrongStatus } from './deciding.ts';
import { isWithPartner, type Placement } from './placement.ts';
import type { RequestCommandOf } from './request-commands.ts';
import type { Recall } from './request-events.ts';
import type { RequestItem } from './request-item.ts';
import { REQUEST_REFUSALS } from './request-refusals.ts';
import { deploymentsOut, isOpen, type OpenRequest, type RequestState } from './request-state.ts';
import { sameContent } from './same-content.ts';
import { writeItems } from './write-items.ts';

/** @returns a message to each of these partners that recalls what it was sent last. */
export const recallsTo = (placements: readonly Placement[], newId: () => string): Recall[] =>
  placements.map(({ city, messageId }) => ({ city, messageId: newId(), recalledMessageId: messageId }));

/** Changes a request that partners have: each of them gets the new version, and as long to answer it as the first. */
export const decideUpdate = (
  state: RequestState,
  { items }: RequestCommandOf<'update'>,
  circumstances: Circumstances,
): RequestDecision => {
  if (!isOpen(state)) return wrongStatus(state);
  const written = writeItems(items, state.items, circumstances);
  if (written.refusal) return { accepted: false, refusal: written.refusal };
  const refusal = updateRefusal(state, written.items);
  if (refusal) return { accepted: false, refusal };
  const asked = state.placements.filter(isWithPartner);
  const recalls = recallsTo(asked, circumstances.newId).map((recall, index) => ({
    ...recall,
    replyBy: plus(circumstances.now, (asked[index]?.replyWithinMinutes ?? 0) * MINUTE_MS),
  }));
  return accept({ type: 'requestUpdated', items: written.items, recalls, ...done(circumstances) });
};

const updateRefusal = (state: OpenRequest, items: readonly RequestItem[]): Refusal | undefined => {
  if (sameContent(items, state.items)) return { reason: REQUEST_REFUSALS.nothingChanged, parameters: {} };
  const bound = state.items.find(
    (item) => heldFor(state, item.itemId) > 0 && !items.some((changed) => sameContent(changed, item)),
  );
  if (bound)
    return { reason: REQUEST_REFUSALS.itemRequisitioned, parameters: { itemId: bound.itemId }, pointer: '/items' };
  return outOfScope(state, items);
};

const outOfScope = ({ placements }: OpenRequest, items: readonly RequestItem[]): Refusal | undefined => {
  for (const { city: partner, covers } of placements.filter(isWithPartner)) {
    const index = items.findIndex(({ kind }) => !covers.includes(kind));
    const kind = items[index]?.kind;
    if (kind)
      return {
        reason: REQUEST_REFUSALS.updateOutOfScope,
        parameters: { partner, kind },
        pointer: `/items/${index}/kind`,
      };
  }
  return undefined;
};

/** Cancels a request; teams that are out must be released first, as they are cared for under it. */
export const decideCancel = (
  state: RequestState,
  { reason }: RequestCommandOf<'cancel'>,
  circumstances: Circumstances,
): RequestDecision => {
  if (state.status === 'cancelled' || state.status === 'closed') return wrongStatus(state);
  const placements = isOpen(state) ? state.placements : [];
  const out = isOpen(state) ? deploymentsOut(state) : 0;
  if (out > 0) return refuse(REQUEST_REFUSALS.deploymentsOut, { count: out });
  const recalls = recallsTo(placements.filter(isWithPartner), circumstances.newId);
  return accept({ type: 'requestCancelled', reason, recalls, ...done(circumstances) });
};
