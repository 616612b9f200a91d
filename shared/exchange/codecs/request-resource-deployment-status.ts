import * as z from 'zod';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import type { EdxlMessage } from '../edxl/messages.ts';
import { readAs } from './common.ts';
import { type DeploymentContext, deployedInformation, deploymentHeading } from './deployment-message.ts';

type Message = EdxlMessage<'RequestResourceDeploymentStatus'>;

const StatusQuestionSchema = z.strictObject({ messageId: z.uuid(), askedAt: InstantSchema });

/** A question how things stand. */
export type StatusQuestion = z.infer<typeof StatusQuestionSchema>;

/** @returns the question as EDXL-RM has it. */
export const encodeStatusQuestion = ({ messageId, askedAt }: StatusQuestion, context: DeploymentContext): Message => ({
  ...deploymentHeading('RequestResourceDeploymentStatus', { id: messageId, sentAt: askedAt }, context),
  ResourceInformation: [deployedInformation<never>(context.mission, [])],
});

/**
 * @returns the question, read back.
 * @throws UnreadableBody
 */
export const decodeStatusQuestion = ({ MessageID, SentDateTime }: Message): StatusQuestion =>
  readAs(StatusQuestionSchema, { messageId: MessageID, askedAt: SentDateTime }, 'question');
