import { type QuestionOf, type ReplyOf, ReplySchema } from '../../domain/question/question-and-reply.ts';
import type { EdxlMessage } from '../edxl/messages.ts';
import { present, readAs } from './common.ts';
import { type QuestionContext, questionHeading } from './question-message.ts';

type Message = EdxlMessage<'ResponseToRequestInformation'>;

/** @returns the answer as EDXL-RM has it: its words are the MessageDescription, also those that decline. */
export const encodeInformationReply = (
  { messageId, answeredAt, response, text }: ReplyOf<'information'>,
  question: QuestionOf<'information'>,
  context: QuestionContext,
): Message => ({
  ...questionHeading(
    'ResponseToRequestInformation',
    { id: messageId, sentAt: answeredAt },
    question,
    'RespondingOrg',
    context,
  ),
  PrecedingMessageID: question.messageId,
  MessageDescription: text,
  ResourceInformation: [
    {
      ResourceInfoElementID: messageId,
      ResponseInformation: {
        PrecedingResourceInfoElementID: question.messageId,
        ResponseType: response === 'accept' ? 'Accept' : 'Decline',
      },
    },
  ],
});

/**
 * @returns the answer, read back.
 * @throws UnreadableBody also for a Provisional one
 */
export const decodeInformationReply = (message: Message): ReplyOf<'information'> => {
  const response = message.ResourceInformation?.[0]?.ResponseInformation;
  return readAs(
    ReplySchema.options[1],
    {
      kind: 'information',
      messageId: message.MessageID,
      answeredAt: message.SentDateTime,
      response: present(response, 'ResponseInformation').ResponseType.toLowerCase(),
      text: message.MessageDescription,
    },
    'answer',
  );
};
