import * as z from 'zod';
import type { Instant } from '../../domain/kernel/instant.ts';
import { type QuestionOf, QuestionSchema } from '../../domain/question/question-and-reply.ts';
import type { EdxlMessage } from '../edxl/messages.ts';
import { present, readAs, readTypeInfo } from './common.ts';
import {
  type QuestionContext,
  QuestionInfoSchema,
  type QuestionMessage,
  questionHeading,
  questionInfo,
} from './question-message.ts';
import { readWithdrawal, recallElements, type Withdrawal } from './withdrawal.ts';

type Message = EdxlMessage<'RequestInformation'>;
type InformationQuestion = QuestionOf<'information'>;

const TypeInfoSchema = z.strictObject({ question: QuestionInfoSchema });

/** What questions are about: one of the things both cities know, or anything. */
const SUBJECTS = 'urn:shouwang:list:question-subject';

const bodyOf = (
  question: InformationQuestion,
  { id, sentAt, description }: { readonly id: string; readonly sentAt: Instant; readonly description: string },
  context: QuestionContext,
): Message => ({
  ...questionHeading('RequestInformation', { id, sentAt }, question, 'Requester', context),
  MessageDescription: description,
  ResourceInformation: [
    {
      ResourceInfoElementID: question.messageId,
      Resource: {
        ...(question.about === undefined ? {} : { ResourceID: question.about.id }),
        TypeStructure: { ValueListURN: SUBJECTS, Value: [question.about?.kind ?? 'general'] },
        TypeInfo: { question: questionInfo(question) },
      },
    },
  ],
});

/** @returns the question as EDXL-RM has it; its words are the MessageDescription. */
export const encodeInformationQuestion = (question: InformationQuestion, context: QuestionContext): Message => {
  const { messageId: id, askedAt: sentAt, text: description } = question;
  return bodyOf(question, { id, sentAt, description }, context);
};

/** @returns its withdrawal as EDXL-RM has it: a recall, whose MessageDescription says why. */
export const encodeInformationWithdrawal = (
  withdrawal: Withdrawal,
  question: InformationQuestion,
  context: QuestionContext,
): Message => {
  const { messageId: id, at: sentAt, reason: description } = withdrawal;
  return { ...bodyOf(question, { id, sentAt, description }, context), ...recallElements(withdrawal) };
};

/**
 * @returns what the message says, read back.
 * @throws UnreadableBody
 */
export const decodeInformationQuestion = (message: Message): QuestionMessage<InformationQuestion> => {
  const withdrawal = readWithdrawal(message);
  if (withdrawal) return { kind: 'withdrawal', withdrawal };
  const information = present(message.ResourceInformation?.[0], 'ResourceInformation');
  const question = readAs(
    QuestionSchema.options[1],
    {
      kind: 'information',
      ...readTypeInfo(TypeInfoSchema, information.Resource?.TypeInfo).question,
      messageId: message.MessageID,
      askedAt: message.SentDateTime,
      text: message.MessageDescription,
    },
    'question',
  );
  return { kind: 'question', question };
};
