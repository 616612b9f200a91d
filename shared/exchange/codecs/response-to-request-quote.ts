import * as z from 'zod';
import {
  type ItemQuote,
  type QuestionOf,
  type ReplyOf,
  ReplySchema,
} from '../../domain/question/question-and-reply.ts';
import { CostsSchema, totalCost } from '../../domain/vocabulary/costs.ts';
import type { EdxlMessage } from '../edxl/messages.ts';
import { RESPONSE_TYPES, readAs, readTypeInfo } from './common.ts';
import { type QuestionContext, questionHeading } from './question-message.ts';
import { kindOf, priceOf } from './resource-elements.ts';

type Message = EdxlMessage<'ResponseToRequestQuote'>;
type Information = Message['ResourceInformation'][number];

/** The exact price by category. */
const TypeInfoSchema = z.strictObject({ costs: CostsSchema });

const informationOf = (quote: ItemQuote, { items }: QuestionOf<'quote'>): Information => {
  const asked = items.find(({ itemId }) => itemId === quote.itemId);
  const information = {
    ResourceInfoElementID: quote.itemId,
    ResponseInformation: {
      PrecedingResourceInfoElementID: quote.itemId,
      ResponseType: RESPONSE_TYPES[quote.response],
      ...(quote.response === 'accept' ? {} : { ResponseReason: quote.reason }),
    },
    Resource: {
      ...(asked ? { TypeStructure: kindOf(asked.kind) } : { ResourceID: quote.itemId }),
      ...(quote.response === 'decline' ? {} : { TypeInfo: { costs: quote.costs } }),
    },
  };
  return quote.response === 'decline'
    ? information
    : { ...information, AssignmentInformation: { PriceQuote: priceOf(totalCost(quote.costs)) } };
};

/** @returns the prices as EDXL-RM has them: a ResourceInformation per item, under the item's id. */
export const encodeQuoteReply = (
  reply: ReplyOf<'quote'>,
  question: QuestionOf<'quote'>,
  context: QuestionContext,
): Message => ({
  ...questionHeading(
    'ResponseToRequestQuote',
    { id: reply.messageId, sentAt: reply.answeredAt },
    question,
    'RespondingOrg',
    context,
  ),
  PrecedingMessageID: question.messageId,
  ...(reply.text === undefined ? {} : { MessageDescription: reply.text }),
  ResourceInformation: reply.quotes.map((quote) => informationOf(quote, question)),
});

const readQuote = ({ ResponseInformation, Resource }: Information): unknown => {
  const { PrecedingResourceInfoElementID: itemId, ResponseType, ResponseReason: reason } = ResponseInformation;
  if (ResponseType === 'Decline') return { response: 'decline', itemId, reason };
  const { costs } = readTypeInfo(TypeInfoSchema, Resource?.TypeInfo);
  return ResponseType === 'Accept'
    ? { response: 'accept', itemId, costs }
    : { response: 'provisional', itemId, costs, reason };
};

/**
 * @returns the prices, read back.
 * @throws UnreadableBody
 */
export const decodeQuoteReply = (message: Message): ReplyOf<'quote'> =>
  readAs(
    ReplySchema.options[0],
    {
      kind: 'quote',
      messageId: message.MessageID,
      answeredAt: message.SentDateTime,
      ...(message.MessageDescription === undefined ? {} : { text: message.MessageDescription }),
      quotes: message.ResourceInformation.map(readQuote),
    },
    'answer',
  );
