import { millisecondsBetween } from '../kernel/instant.ts';
import type { ReceivedRequestState } from '../received-request/received-request-state.ts';
import { amountOf } from '../request/answer.ts';
import type { RequestItem } from '../request/request-item.ts';
import { committedOf } from '../request/requisition.ts';
import { added, type Counters } from './counters.ts';
import { type FigureParts, gathered, monthOf, realmOf } from './figure-cell.ts';
import { shareOf } from './figures-of-request.ts';
import { timed } from './histogram.ts';

const replyTo = (state: ReceivedRequestState, item: RequestItem): Counters => {
  const answer = state.answers.find(({ items }) => items.some(({ itemId }) => itemId === item.itemId));
  const part = answer?.items.find(({ itemId }) => itemId === item.itemId);
  if (!answer || !part) return state.lapsedItems.includes(item.itemId) ? { unanswered: 1 } : {};
  return {
    answered: 1,
    ...(answer.answeredAt <= state.replyBy && { answeredInTime: 1 }),
    ...(part.response === 'decline' ? { declined: 1 } : { promised: shareOf(item, amountOf(part)) }),
    ...timed('reply', millisecondsBetween(state.receivedAt, answer.answeredAt)),
  };
};

const committedFor = ({ requisitions }: ReceivedRequestState, itemId: string): number =>
  requisitions.reduce(
    (sum, received) =>
      received.status === 'committed' && received.requisition.itemId === itemId
        ? sum + amountOf(committedOf(received.commitment))
        : sum,
    0,
  );

/** @returns what a partner's request adds to the figures of what this city does for partners. */
export const figuresOfReceivedRequest = (state: ReceivedRequestState): FigureParts => {
  const { placed, receivedAt } = state;
  const lines = placed.items.map((item) => ({
    cell: {
      realm: realmOf(placed.exercise),
      of: 'helped' as const,
      month: monthOf(receivedAt),
      subject: placed.requestedBy.city,
      kind: item.kind,
    },
    counters: added(replyTo(state, item), {
      asked: shareOf(item, item.quantity),
      filled: shareOf(item, committedFor(state, item.itemId)),
      placed: 1,
    }),
  }));
  return new Map([['HELPED', gathered(lines)]]);
};
