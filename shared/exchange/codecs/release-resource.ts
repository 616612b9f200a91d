import { type Release, ReleaseSchema } from '../../domain/deployment/deployment-questions.ts';
import type { EdxlMessage } from '../edxl/messages.ts';
import { readAs } from './common.ts';
import { type DeploymentContext, deployedInformation, deploymentHeading } from './deployment-message.ts';

/** @returns the release as EDXL-RM has it: from that moment on the team may leave for home. */
export const encodeRelease = (
  { messageId, releasedAt, note }: Release,
  context: DeploymentContext,
): EdxlMessage<'ReleaseResource'> => ({
  ...deploymentHeading('ReleaseResource', { id: messageId, sentAt: releasedAt }, context),
  ...(note === undefined ? {} : { MessageDescription: note }),
  ResourceInformation: [
    deployedInformation(context.mission, [{ ScheduleType: 'RequestedReturnDeparture' as const, DateTime: releasedAt }]),
  ],
});

/**
 * @returns the release, read back.
 * @throws UnreadableBody
 */
export const decodeRelease = (message: EdxlMessage<'ReleaseResource'>): Release =>
  readAs(
    ReleaseSchema,
    {
      messageId: message.MessageID,
      releasedAt: message.SentDateTime,
      ...(message.MessageDescription === undefined ? {} : { note: message.MessageDescription }),
    },
    'release',
  );
