import * as z from 'zod';
import type { Instant } from '../../domain/kernel/instant.ts';
import { type QuestionOf, QuestionSchema, type QuoteItem } from '../../domain/question/question-and-reply.ts';
import type { EdxlMessage } from '../edxl/messages.ts';
import { readAs, readTypeInfo } from './common.ts';
import { readNeeded, scheduleOfItem } from './needed-resource.ts';
import {
  type QuestionContext,
  QuestionInfoSchema,
  type QuestionMessage,
  questionHeading,
  questionInfo,
} from './question-message.ts';
import { countOf, kindOf, levelOf } from './resource-elements.ts';
import { readWithdrawal, recallElements, type Withdrawal } from './withdrawal.ts';

type Message = EdxlMessage<'RequestQuote'>;
type Information = Message['ResourceInformation'][number];
type QuoteQuestion = QuestionOf<'quote'>;

const TypeInfoSchema = z.strictObject({ question: QuestionInfoSchema });

const informationOf = (item: QuoteItem, index: number, question: QuoteQuestion): Information => ({
  ResourceInfoElementID: item.itemId,
  Resource: {
    TypeStructure: kindOf(item.kind),
    ...(index === 0 ? { TypeInfo: { question: questionInfo(question) } } : {}),
    Keyword: [levelOf(item.level)],
  },
  AssignmentInformation: { Quantity: countOf(item.quantity), AnticipatedFunction: item.mission },
  ScheduleInformation: scheduleOfItem(item),
});

const bodyOf = (question: QuoteQuestion, id: string, sentAt: Instant, context: QuestionContext): Message => ({
  ...questionHeading('RequestQuote', { id, sentAt }, question, 'Requester', context),
  ResourceInformation: question.items.map((item, index) => informationOf(item, index, question)),
});

/** @returns the question for prices as EDXL-RM has it: a ResourceInformation per item. */
export const encodeQuoteQuestion = (question: QuoteQuestion, context: QuestionContext): Message => ({
  ...bodyOf(question, question.messageId, question.askedAt, context),
  ...(question.text === undefined ? {} : { MessageDescription: question.text }),
});

/** @returns its withdrawal as EDXL-RM has it: a recall that repeats the items. */
export const encodeQuoteWithdrawal = (
  withdrawal: Withdrawal,
  question: QuoteQuestion,
  context: QuestionContext,
): Message => ({
  ...bodyOf(question, withdrawal.messageId, withdrawal.at, context),
  ...recallElements(withdrawal),
});

/**
 * @returns what the message says, read back.
 * @throws UnreadableBody
 */
export const decodeQuoteQuestion = (message: Message): QuestionMessage<QuoteQuestion> => {
  const withdrawal = readWithdrawal(message);
  if (withdrawal) return { kind: 'withdrawal', withdrawal };
  const question = readAs(
    QuestionSchema.options[0],
    {
      kind: 'quote',
      ...readTypeInfo(TypeInfoSchema, message.ResourceInformation[0]?.Resource.TypeInfo).question,
      messageId: message.MessageID,
      askedAt: message.SentDateTime,
      ...(message.MessageDescription === undefined ? {} : { text: message.MessageDescription }),
      items: message.ResourceInformation.map(readNeeded),
    },
    'question',
  );
  return { kind: 'question', question };
};
