import type { z } from 'zod';
import type { ItemDecisionSchema } from '../../../shared/domain/received-request/received-request-commands.ts';
import type { Costs } from '../../../shared/domain/vocabulary/costs.ts';

/** An answer to one item as the API takes it. */
export type Decision = z.input<typeof ItemDecisionSchema>;

/** What is entered for one item. */
export interface AnswerEntry {
  readonly response: Decision['response'];
  readonly teamIds?: readonly string[];
  readonly lots?: readonly { readonly stockId: string; readonly quantity: number }[];
  readonly estimatedDeparture?: string;
  readonly estimatedArrival?: string;
  readonly costs?: Costs;
  readonly reason?: string;
}

/** The form's values; named by their path in the body. */
export interface AnswerValues {
  readonly items: readonly [AnswerEntry];
}

const promiseOf = (itemId: string, entry: AnswerEntry) => {
  const { teamIds = [], lots = [], estimatedDeparture = '', estimatedArrival = '', costs = {} } = entry;
  const named = Object.entries(costs).filter(([, fen]) => fen !== undefined);
  return {
    itemId,
    teamIds: [...teamIds],
    ...(lots.length === 0 ? {} : { lots: lots.map((lot) => ({ ...lot })) }),
    estimatedDeparture,
    estimatedArrival,
    costs: Object.fromEntries(named),
  };
};

/** @returns what is sent for one item: nothing of a promise goes with a refusal, and no reason with a plain acceptance. */
export const decisionOf = (itemId: string, entry: AnswerEntry): Decision => {
  const { response, reason = '' } = entry;
  if (response === 'decline') return { response, itemId, reason };
  const promise = promiseOf(itemId, entry);
  return response === 'accept' ? { response, ...promise } : { response, ...promise, reason };
};
