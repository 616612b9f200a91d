import { type ExtensionQuestion, ExtensionQuestionSchema } from '../../domain/deployment/deployment-questions.ts';
import type { EdxlMessage } from '../edxl/messages.ts';
import { readAs, readMoment } from './common.ts';
import {
  type DeploymentContext,
  deployedInformation,
  deploymentHeading,
  onlyInformation,
} from './deployment-message.ts';

type Message = EdxlMessage<'RequestExtendedDeploymentDuration'>;

/** @returns the requester's wish to keep the team longer as EDXL-RM has it. */
export const encodeExtensionQuestion = (
  { messageId, askedAt, until, reason }: ExtensionQuestion,
  context: DeploymentContext,
): Message => ({
  ...deploymentHeading('RequestExtendedDeploymentDuration', { id: messageId, sentAt: askedAt }, context),
  MessageDescription: reason,
  ResourceInformation: [
    deployedInformation(context.mission, [{ ScheduleType: 'RequestedReturnDeparture' as const, DateTime: until }]),
  ],
});

/**
 * @returns the requester's wish, read back.
 * @throws UnreadableBody
 */
export const decodeExtensionQuestion = (message: Message): ExtensionQuestion =>
  readAs(
    ExtensionQuestionSchema,
    {
      messageId: message.MessageID,
      askedAt: message.SentDateTime,
      until: readMoment(onlyInformation(message).ScheduleInformation, 'RequestedReturnDeparture'),
      reason: message.MessageDescription,
    },
    'extension asked',
  );
