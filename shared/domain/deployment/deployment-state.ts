import * as z from 'zod';
import type { CityCode } from '../kernel/city-code.ts';
import { earliest, type Instant, InstantSchema, millisecondsBetween } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import {
  ExtensionAnswerSchema,
  ExtensionQuestionSchema,
  ReleaseSchema,
  ReturnAnswerSchema,
  ReturnQuestionSchema,
} from './deployment-questions.ts';
import { DeploymentReportSchema, EstimatesSchema } from './deployment-report.ts';
import type { DeploymentStatus } from './deployment-status.ts';
import { MissionSchema } from './mission.ts';
import { ActiveProgressSchema, actualTimes, EndedProgressSchema, isOnMission } from './progress.ts';

/** Which end of a deployment a city is: its team has gone, or it is being helped. */
export const DeploymentSideSchema = z.enum(['owner', 'requester']).meta({ id: 'DeploymentSide' });
export type DeploymentSide = z.infer<typeof DeploymentSideSchema>;

/** What is promised with a moment to it. */
const PromiseNameSchema = z
  .enum(['departure', 'arrival', 'return', 'home-coming', 'extension-answer', 'return-answer'])
  .meta({ id: 'DeploymentPromise' });
export const DatedPromiseSchema = z.strictObject({ promise: PromiseNameSchema, due: InstantSchema });
export type DatedPromise = z.infer<typeof DatedPromiseSchema>;

const base = {
  side: DeploymentSideSchema,
  mission: MissionSchema,
  openedAt: InstantSchema,
  /** When the team is to leave for home: as requested, or as extended since. */
  agreedReturn: InstantSchema,
  estimates: EstimatesSchema,
  lastReport: DeploymentReportSchema.optional(),
  /** The moment of the last word of people on the ground, which the answers of systems are not. */
  heardAt: InstantSchema,
  /** The last question of each sort, with its answer once there is one. */
  extension: z.strictObject({ question: ExtensionQuestionSchema, answer: ExtensionAnswerSchema.optional() }).optional(),
  recall: z.strictObject({ question: ReturnQuestionSchema, answer: ReturnAnswerSchema.optional() }).optional(),
  release: ReleaseSchema.optional(),
  /** Promises found broken, each once. */
  overdue: z.array(DatedPromiseSchema),
  failures: z.array(MessageFailureSchema),
};

/** A deployment as one city holds it; the other holds the same under the same id, but for the team leader and the archive. */
export const DeploymentStateSchema = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('active'), ...base, progress: ActiveProgressSchema }),
  z.strictObject({ phase: z.literal('ended'), ...base, progress: EndedProgressSchema }),
  z.strictObject({ phase: z.literal('closed'), ...base, progress: EndedProgressSchema, closedAt: InstantSchema }),
]);
export type DeploymentState = z.infer<typeof DeploymentStateSchema>;

/** @returns the status people see. */
export const statusOf = (state: DeploymentState): DeploymentStatus =>
  state.phase === 'closed' ? 'closed' : state.progress.status;

/** @returns whether the team is still to be used where it was sent: on its mission, neither released nor recalled with consent. */
export const isKept = ({ progress, release, recall }: DeploymentState): boolean =>
  isOnMission(progress) && release === undefined && recall?.answer?.response !== 'accept';

/** @returns the extension asked and not yet answered, while an answer still matters. */
export const openExtension = (state: DeploymentState): DeploymentState['extension'] =>
  isKept(state) && state.extension?.answer === undefined ? state.extension : undefined;

/** @returns the return asked and not yet answered, while an answer still matters. */
export const openRecall = (state: DeploymentState): DeploymentState['recall'] =>
  isKept(state) && state.recall?.answer === undefined ? state.recall : undefined;

/** @returns milliseconds from arrival to departure for home, which is what is paid for; `undefined` until both are known. */
export const workedMilliseconds = ({ progress }: DeploymentState): number | undefined => {
  const { arrival, returnDeparture } = actualTimes(progress);
  return arrival === undefined || returnDeparture === undefined
    ? undefined
    : millisecondsBetween(arrival, returnDeparture);
};

/** @returns the other city of a deployment. */
export const counterpartOf = ({ side, mission }: Pick<DeploymentState, 'side' | 'mission'>): CityCode =>
  side === 'owner' ? mission.requester : mission.owner;

/** @returns when the team is to leave for home; a recall with consent brings the end agreed before forward, never back. */
export const returnDue = ({ agreedReturn, recall }: DeploymentState): Instant =>
  (recall?.answer?.response === 'accept' ? earliest(agreedReturn, recall.question.by) : undefined) ?? agreedReturn;
