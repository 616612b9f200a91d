import type { z } from 'zod';
import type { Question, ReplyDetailsSchema } from '../../../shared/domain/question/question-and-reply.ts';
import type { Costs } from '../../../shared/domain/vocabulary/costs.ts';

interface QuoteEntry {
  readonly response: 'accept' | 'provisional' | 'decline';
  readonly costs?: Partial<Record<keyof Costs, number | null | undefined>> | undefined;
  readonly reason?: string | undefined;
}

/** What is entered as an answer; named by its path in the body. */
export interface ReplyEntry {
  readonly response?: 'accept' | 'decline';
  readonly quotes?: readonly QuoteEntry[];
  readonly text?: string | undefined;
}

/** @returns costs as the API takes them: categories that were left empty cost nothing. */
export const spent = (costs: QuoteEntry['costs'] = {}): Costs =>
  Object.fromEntries(
    Object.entries(costs).flatMap(([category, fen]) => (typeof fen === 'number' ? [[category, fen]] : [])),
  );

const quoteOf = (itemId: string, { response, costs, reason = '' }: QuoteEntry) => {
  if (response === 'decline') return { response, itemId, reason };
  const priced = { itemId, costs: spent(costs) };
  return response === 'accept' ? { response, ...priced } : { response, ...priced, reason };
};

/** @returns the answer as the API takes it: a price, or why there is none, for each item; or words. */
export const replyOf = (
  question: Question,
  { response = 'accept', quotes = [], text }: ReplyEntry,
): z.input<typeof ReplyDetailsSchema> => {
  if (question.kind === 'information') return { kind: 'information', response, text: text ?? '' };
  return {
    kind: 'quote',
    ...(text === undefined ? {} : { text }),
    quotes: question.items.map(({ itemId }, index) => quoteOf(itemId, quotes[index] ?? { response: 'accept' })),
  };
};
