import { type Instant, latest } from '../kernel/instant.ts';
import { amountOf } from './answer.ts';
import { freeOf, hasProspect, heldFor } from './bookkeeping.ts';
import { type Placement, promiseOf } from './placement.ts';
import type { RequestItem } from './request-item.ts';
import type { OpenRequest } from './request-state.ts';

const stillNeeded = (state: OpenRequest, { itemId, quantity }: RequestItem): number =>
  quantity - heldFor(state, itemId);

const hasAnswered = ({ answers }: Placement, { itemId }: RequestItem): boolean =>
  answers.some(({ answer }) => answer.itemId === itemId);

/** Whether the request went to others after the time of this partner was up: it is they who are waited for then. */
const isPassedOver = ({ placements }: OpenRequest, lapsedAt: Instant): boolean =>
  placements.some(({ placedAt }) => placedAt >= lapsedAt);

/** Whether a partner that let its time pass is still waited for: for an item that is needed, until others are asked. */
const isStillOwed = (state: OpenRequest, placement: Placement, item: RequestItem): boolean =>
  placement.status === 'lapsed' &&
  !hasAnswered(placement, item) &&
  stillNeeded(state, item) > 0 &&
  !isPassedOver(state, placement.lapsedAt);

/** @returns the placements whose partner owes an answer: in time or, while nobody else was asked, late. */
export const owedAnswers = (state: OpenRequest): readonly Placement[] =>
  state.placements.filter(
    (placement) => placement.status === 'awaiting' || state.items.some((item) => isStillOwed(state, placement, item)),
  );

/** From when on something could be taken for an item: when as much as is needed was promised, or the last word was said. */
const takeableSince = (state: OpenRequest, item: RequestItem): Instant | undefined => {
  const promises = state.placements
    .flatMap((placement) => {
      const promise = promiseOf(placement, item.itemId);
      const amount = amountOf(freeOf(state, placement, item.itemId));
      return promise && amount > 0 ? [{ at: promise.answeredAt, amount }] : [];
    })
    .sort((one, other) => (one.at < other.at ? -1 : 1));
  let left = stillNeeded(state, item);
  for (const { at, amount } of promises) {
    left -= amount;
    if (left <= 0) return at;
  }
  const isAwaited = state.placements.some(
    (placement) => placement.status === 'awaiting' && !hasAnswered(placement, item),
  );
  return isAwaited || promises.length === 0
    ? undefined
    : latest(...promises.map(({ at }) => at), ...state.placements.map(({ lapsedAt }) => lapsedAt));
};

/** @returns the items for which the representative could take what was promised, and from when on. */
export const itemsToRequisition = (
  state: OpenRequest,
): readonly { readonly itemId: string; readonly since: Instant }[] =>
  state.items.flatMap((item) => {
    const since = stillNeeded(state, item) > 0 ? takeableSince(state, item) : undefined;
    return since === undefined ? [] : [{ itemId: item.itemId, since }];
  });

const lastWordOf = (placement: Placement): Instant | undefined => {
  const { placedAt, lapsedAt, answers } = placement;
  const said = answers.map(({ answeredAt }) => answeredAt);
  switch (placement.status) {
    case 'withdrawn':
      return latest(placement.withdrawnAt, lapsedAt);
    case 'turned-down':
      return latest(placement.turnedDownAt, lapsedAt);
    case 'refused-by-exchange':
      return placement.failure.at;
    default:
      return latest(placedAt, lapsedAt, ...said);
  }
};

/**
 * @returns from when on items wait for the duty room to send own teams or ask partners, if any do: nobody has promised them, or can
 * be expected to.
 */
export const itemsToPlace = (state: OpenRequest): { readonly since: Instant } | undefined => {
  const isOwed = (item: RequestItem) => state.placements.some((placement) => isStillOwed(state, placement, item));
  const hopeless = state.items.filter((item) => !hasProspect(state, item) && !isOwed(item));
  if (hopeless.length === 0) return undefined;
  if (state.status === 'unable-to-fill') return { since: state.unableAt };
  if (state.status === 'lapsed') return { since: state.lapsedAt };
  return { since: latest(state.approval.at, ...state.placements.map(lastWordOf)) ?? state.approval.at };
};
