import { type ReturnQuestion, ReturnQuestionSchema } from '../../domain/deployment/deployment-questions.ts';
import type { EdxlMessage } from '../edxl/messages.ts';
import { readAs, readMoment } from './common.ts';
import {
  type DeploymentContext,
  deployedInformation,
  deploymentHeading,
  onlyInformation,
} from './deployment-message.ts';

/** @returns the owner's wish to have its team back as EDXL-RM has it. */
export const encodeReturnQuestion = (
  { messageId, askedAt, by, reason }: ReturnQuestion,
  context: DeploymentContext,
): EdxlMessage<'RequestReturn'> => ({
  ...deploymentHeading('RequestReturn', { id: messageId, sentAt: askedAt }, context),
  MessageDescription: reason,
  ResourceInformation: [
    deployedInformation(context.mission, [{ ScheduleType: 'RequestedReturnDeparture' as const, DateTime: by }]),
  ],
});

/**
 * @returns the owner's wish, read back.
 * @throws UnreadableBody
 */
export const decodeReturnQuestion = (message: EdxlMessage<'RequestReturn'>): ReturnQuestion =>
  readAs(
    ReturnQuestionSchema,
    {
      messageId: message.MessageID,
      askedAt: message.SentDateTime,
      by: readMoment(onlyInformation(message).ScheduleInformation, 'RequestedReturnDeparture'),
      reason: message.MessageDescription,
    },
    'return asked',
  );
