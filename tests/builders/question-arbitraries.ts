import * as fc from 'fast-check';
import type {
  ItemQuote,
  QuestionOf,
  QuestionSubject,
  QuoteItem,
  ReplyOf,
} from '../../shared/domain/question/question-and-reply.ts';
import { costs, id, moment, words } from './answer-arbitraries.ts';
import { anyTeamItem } from './request-arbitraries.ts';

const about: fc.Arbitrary<QuestionSubject> = fc.record({
  kind: fc.constantFrom<QuestionSubject['kind']>('request', 'deployment', 'offer'),
  id,
});

const asking = { messageId: id, agreementId: id, askedAt: moment, replyBy: moment, exercise: fc.boolean() };
const alwaysThere = ['messageId', 'agreementId', 'askedAt', 'replyBy', 'exercise'] as const;

const item: fc.Arbitrary<QuoteItem> = anyTeamItem.map(
  ({ siteConditions: _site, logistics: _logistics, costCeiling: _ceiling, checkInMinutes: _checkIn, ...priced }) =>
    priced,
);

/** Any question for prices. */
export const anyQuoteQuestion: fc.Arbitrary<QuestionOf<'quote'>> = fc.record(
  {
    kind: fc.constant('quote' as const),
    ...asking,
    about,
    text: words,
    items: fc.uniqueArray(item, { minLength: 1, maxLength: 4, selector: ({ itemId }) => itemId }),
  },
  { requiredKeys: ['kind', 'items', ...alwaysThere] },
);

/** Any question for information. */
export const anyInformationQuestion: fc.Arbitrary<QuestionOf<'information'>> = fc.record(
  { kind: fc.constant('information' as const), ...asking, about, text: words },
  { requiredKeys: ['kind', 'text', ...alwaysThere] },
);

const quoteOf = ({ itemId }: QuoteItem): fc.Arbitrary<ItemQuote> => {
  const quoted = { itemId: fc.constant(itemId), costs };
  return fc.oneof(
    fc.record({ response: fc.constant('accept' as const), ...quoted }),
    fc.record({ response: fc.constant('provisional' as const), ...quoted, reason: words }),
    fc.record({ response: fc.constant('decline' as const), itemId: fc.constant(itemId), reason: words }),
  );
};

/** Any question for prices with any answer to it. */
export const anyQuotedQuestion: fc.Arbitrary<readonly [QuestionOf<'quote'>, ReplyOf<'quote'>]> = anyQuoteQuestion.chain(
  (question) =>
    fc.tuple(
      fc.constant(question),
      fc.record(
        {
          kind: fc.constant('quote' as const),
          messageId: id,
          answeredAt: moment,
          text: words,
          quotes: fc.tuple(...question.items.map(quoteOf)),
        },
        { requiredKeys: ['kind', 'messageId', 'answeredAt', 'quotes'] },
      ),
    ),
);

/** Any answer to a question for information. */
export const anyInformationReply: fc.Arbitrary<ReplyOf<'information'>> = fc.record({
  kind: fc.constant('information' as const),
  messageId: id,
  answeredAt: moment,
  response: fc.constantFrom('accept' as const, 'decline' as const),
  text: words,
});
