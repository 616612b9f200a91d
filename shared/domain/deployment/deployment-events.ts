import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import {
  ExtensionAnswerSchema,
  ExtensionQuestionSchema,
  ReleaseSchema,
  ReturnAnswerSchema,
  ReturnQuestionSchema,
} from './deployment-questions.ts';
import { DeploymentReportSchema } from './deployment-report.ts';
import { DatedPromiseSchema, DeploymentSideSchema } from './deployment-state.ts';
import { MissionSchema } from './mission.ts';

/**
 * What happens to a deployment. What one city says and the other hears is the same event at both ends, so that both come to
 * the same state; the ledger entry tells by its message who said it.
 */
export const DeploymentEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('deploymentOpened'),
    side: DeploymentSideSchema,
    mission: MissionSchema,
    at: InstantSchema,
  }),
  z.strictObject({
    type: z.literal('statusReported'),
    report: DeploymentReportSchema,
    /** Whether the mission came a step further; a report may also only add a position, a note or an estimate. */
    stepped: z.boolean(),
    /** The message that asked for it, if one did. */
    answers: z.uuid().optional(),
  }),
  z.strictObject({ type: z.literal('statusAsked'), messageId: z.uuid(), askedAt: InstantSchema }),
  z.strictObject({ type: z.literal('extensionAsked'), question: ExtensionQuestionSchema }),
  z.strictObject({ type: z.literal('extensionAnswered'), answer: ExtensionAnswerSchema }),
  z.strictObject({ type: z.literal('returnAsked'), question: ReturnQuestionSchema }),
  z.strictObject({ type: z.literal('returnAnswered'), answer: ReturnAnswerSchema }),
  z.strictObject({ type: z.literal('teamReleased'), release: ReleaseSchema }),
  z.strictObject({ type: z.literal('promiseBroken'), broken: DatedPromiseSchema }),
  z.strictObject({ type: z.literal('deploymentMessageFailed'), failure: MessageFailureSchema }),
  z.strictObject({ type: z.literal('deploymentClosed'), at: InstantSchema }),
]);
export type DeploymentEvent = z.infer<typeof DeploymentEventSchema>;
