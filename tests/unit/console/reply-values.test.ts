import { describe, expect, it } from 'vitest';
import { replyOf, spent } from '../../../console/src/offers/reply-values.ts';
import type { Question } from '../../../shared/domain/question/question-and-reply.ts';

const quote = { kind: 'quote', items: [{ itemId: 'a' }, { itemId: 'b' }, { itemId: 'c' }] } as Question;
const information = { kind: 'information' } as Question;

describe('what is sent as the answer to a question', () => {
  it('is a price, a price on conditions, or a reason, for each item in order', () => {
    const quotes = [
      { response: 'accept', costs: { personnel: 100 }, reason: 'kept from before' },
      { response: 'provisional', costs: { travel: 5, other: null }, reason: 'fuel on site' },
      { response: 'decline', costs: { personnel: 100 }, reason: 'none free' },
    ] as const;
    expect(replyOf(quote, { quotes })).toEqual({
      kind: 'quote',
      quotes: [
        { response: 'accept', itemId: 'a', costs: { personnel: 100 } },
        { response: 'provisional', itemId: 'b', costs: { travel: 5 }, reason: 'fuel on site' },
        { response: 'decline', itemId: 'c', reason: 'none free' },
      ],
    });
  });

  it('is words where information is asked for', () => {
    expect(replyOf(information, { response: 'decline', text: 'not known' })).toEqual({
      kind: 'information',
      response: 'decline',
      text: 'not known',
    });
  });

  it('counts categories that were left empty as costing nothing', () => {
    expect(spent({ personnel: 0, travel: undefined, other: null })).toEqual({ personnel: 0 });
  });
});
