import { namedIds } from '../request/answer.ts';
import { evolveReceivedRequest } from './evolve-received-request.ts';
import type { ReceivedRequestEvent } from './received-request-events.ts';
import { promisedFor } from './received-request-items.ts';
import { isOpen, type ReceivedRequestState } from './received-request-state.ts';

/** @returns the stock lines of which something is kept back for a request: promised, and neither sent nor refused. */
const heldLots = (state: ReceivedRequestState): readonly string[] => {
  if (!isOpen(state)) return [];
  const settled = state.requisitions.flatMap(({ status, requisition }) =>
    status === 'pending' ? [] : namedIds(requisition),
  );
  return state.placed.items
    .flatMap(({ itemId }) => promisedFor(state, itemId).lots ?? [])
    .map(({ stockId }) => stockId)
    .filter((stockId) => !settled.includes(stockId));
};

const sentLots = ({ requisitions }: ReceivedRequestState): readonly string[] =>
  requisitions.flatMap((received) =>
    received.status === 'committed' ? (received.commitment.lots ?? []).map(({ lot }) => lot.stockId) : [],
  );

/**
 * @returns the events, and among them, after the first, that goods which were kept back and are not needed any more are free: however
 * it came about, by a withdrawal, a decline, an update, a refusal, or the request's end. Freed before anything is kept back anew.
 */
export const withLotsFreed = (
  before: ReceivedRequestState | undefined,
  events: readonly ReceivedRequestEvent[],
): readonly ReceivedRequestEvent[] => {
  const held = before ? heldLots(before) : [];
  const [first, ...others] = events;
  if (!before || !first || held.length === 0) return events;
  const after = events.reduce<ReceivedRequestState>(evolveReceivedRequest, before);
  const needed = [...heldLots(after), ...sentLots(after)];
  const stockIds = held.filter((stockId) => !needed.includes(stockId));
  return stockIds.length === 0 ? events : [first, { type: 'lotsFreed', stockIds }, ...others];
};
