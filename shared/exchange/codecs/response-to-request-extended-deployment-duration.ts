import { type ExtensionAnswer, ExtensionAnswerSchema } from '../../domain/deployment/deployment-questions.ts';
import type { EdxlMessage } from '../edxl/messages.ts';
import { readAs, readMoment } from './common.ts';
import {
  answering,
  type DeploymentContext,
  deployedInformation,
  deploymentHeading,
  onlyInformation,
} from './deployment-message.ts';

type Message = EdxlMessage<'ResponseToRequestExtendedDeploymentDuration'>;

/** @returns the owner's answer as EDXL-RM has it; it repeats until when the team was asked for. */
export const encodeExtensionAnswer = (answer: ExtensionAnswer, context: DeploymentContext): Message => ({
  ...deploymentHeading(
    'ResponseToRequestExtendedDeploymentDuration',
    { id: answer.messageId, sentAt: answer.answeredAt, answers: answer.question },
    context,
  ),
  ResourceInformation: [
    {
      ...deployedInformation(context.mission, [
        { ScheduleType: 'RequestedReturnDeparture' as const, DateTime: answer.until },
      ]),
      ResponseInformation: {
        ...answering(context.mission),
        ...(answer.response === 'accept'
          ? { ResponseType: 'Accept' as const }
          : { ResponseType: 'Decline' as const, ResponseReason: answer.reason }),
      },
    },
  ],
});

/**
 * @returns the owner's answer, read back.
 * @throws UnreadableBody also for a Provisional one: an extension is granted or it is not
 */
export const decodeExtensionAnswer = (message: Message): ExtensionAnswer => {
  const { ResponseInformation, ScheduleInformation } = onlyInformation(message);
  const { ResponseType, ResponseReason } = ResponseInformation;
  return readAs(
    ExtensionAnswerSchema,
    {
      response: ResponseType.toLowerCase(),
      messageId: message.MessageID,
      question: message.PrecedingMessageID,
      answeredAt: message.SentDateTime,
      until: readMoment(ScheduleInformation, 'RequestedReturnDeparture'),
      ...(ResponseReason === undefined ? {} : { reason: ResponseReason }),
    },
    'answer to the extension asked',
  );
};
