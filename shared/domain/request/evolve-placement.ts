import type { Placement, ReceivedAnswer } from './placement.ts';
import type { RequestEventOf } from './request-events.ts';
import type { RequestItem } from './request-item.ts';
import { sameContent } from './same-content.ts';

/** Everything of a placement but its status and what only that status has. */
const without = (placement: Placement) => {
  const { city, agreementId, firstMessageId, messageId, placedAt, replyBy, replyWithinMinutes, covers, answers } =
    placement;
  return {
    ...{ city, agreementId, firstMessageId, messageId, placedAt, replyBy, replyWithinMinutes, covers, answers },
    ...(placement.lapsedAt === undefined ? {} : { lapsedAt: placement.lapsedAt }),
  };
};

const allAnswered = (answers: readonly ReceivedAnswer[], items: readonly RequestItem[]): boolean =>
  items.every(({ itemId }) => answers.some(({ answer }) => answer.itemId === itemId));

/** @returns the placement with new answers: each takes the place of an earlier one to the same item. */
export const withAnswer = (
  placement: Placement,
  { answer: { messageId, answeredAt, automatic, items: answered } }: RequestEventOf<'answerReceived'>,
  items: readonly RequestItem[],
): Placement => {
  const answers = [
    ...placement.answers.filter(({ answer }) => !answered.some(({ itemId }) => itemId === answer.itemId)),
    ...answered.map((answer) => ({ messageId, answeredAt, automatic, answer })),
  ];
  if (allAnswered(answers, items)) return { ...without(placement), status: 'answered', answers };
  return placement.lapsedAt === undefined
    ? { ...without(placement), status: 'awaiting', answers }
    : { ...without(placement), status: 'lapsed', answers, lapsedAt: placement.lapsedAt };
};

/** @returns the placement without the answers that were taken back. */
export const withoutAnswer = (
  placement: Placement,
  { withdrawal: { recalledMessageId, itemIds, reason, withdrawnAt } }: RequestEventOf<'answerWithdrawn'>,
): Placement => {
  const answers = placement.answers.filter(
    ({ messageId, answer }) => messageId !== recalledMessageId || !itemIds.includes(answer.itemId),
  );
  return answers.length > 0
    ? { ...placement, answers }
    : { ...without(placement), status: 'withdrawn', answers, reason, withdrawnAt };
};

/** @returns the placement after an update of the request: answers to items that did not change stand, all else is asked anew. */
export const withUpdate = (
  placement: Placement,
  { recalls, items, at }: RequestEventOf<'requestUpdated'>,
  before: readonly RequestItem[],
): Placement => {
  const recall = recalls.find(({ city }) => city === placement.city);
  if (!recall) return placement;
  const unchanged = new Set(
    items
      .filter((item) =>
        sameContent(
          item,
          before.find(({ itemId }) => itemId === item.itemId),
        ),
      )
      .map(({ itemId }) => itemId),
  );
  const answers = placement.answers.filter(({ answer }) => unchanged.has(answer.itemId));
  const { lapsedAt: _, ...kept } = without(placement);
  return {
    ...kept,
    status: allAnswered(answers, items) ? 'answered' : 'awaiting',
    messageId: recall.messageId,
    placedAt: at,
    replyBy: recall.replyBy,
    answers,
  };
};

/** @returns the placement whose offer we will not take up. */
export const turnedDown = (placement: Placement, { reason, at }: { reason: string; at: string }): Placement => ({
  ...without(placement),
  status: 'turned-down',
  reason,
  turnedDownAt: at,
});

/** @returns the placement whose deadline has passed. */
export const lapsed = (placement: Placement, at: string): Placement => ({
  ...without(placement),
  status: 'lapsed',
  lapsedAt: at,
});

/** @returns the placement that the partner's exchange did not let in. */
export const refusedByExchange = (
  placement: Placement,
  { failure }: RequestEventOf<'placementRefused'>,
): Placement => ({ ...without(placement), status: 'refused-by-exchange', failure });
