import type { Instant } from '../../domain/kernel/instant.ts';
import type { EdxlMessage } from '../edxl/messages.ts';
import { type DeploymentContext, deployedInformation, deploymentHeading } from './deployment-message.ts';

type Message = EdxlMessage<'RequestResourceDeploymentStatus'>;

/** A question how things stand. */
export interface StatusQuestion {
  readonly messageId: string;
  readonly askedAt: Instant;
}

/** @returns the question as EDXL-RM has it. */
export const encodeStatusQuestion = ({ messageId, askedAt }: StatusQuestion, context: DeploymentContext): Message => ({
  ...deploymentHeading('RequestResourceDeploymentStatus', { id: messageId, sentAt: askedAt }, context),
  ResourceInformation: [deployedInformation<never>(context.mission, [])],
});

/** @returns the question, read back. */
export const decodeStatusQuestion = ({ MessageID, SentDateTime }: Message): StatusQuestion => ({
  messageId: MessageID,
  askedAt: SentDateTime,
});
