import * as z from 'zod';
import {
  ExtensionAnswerSchema,
  ExtensionQuestionSchema,
  ReleaseSchema,
  ReturnAnswerSchema,
  ReturnQuestionSchema,
} from '../../domain/deployment/deployment-questions.ts';
import { DeploymentReportSchema } from '../../domain/deployment/deployment-report.ts';
import {
  DatedPromiseSchema,
  DeploymentSideSchema,
  type DeploymentState,
  statusOf,
  workedMilliseconds,
} from '../../domain/deployment/deployment-state.ts';
import { DEPLOYMENT_STATUSES, DeploymentStatusSchema } from '../../domain/deployment/deployment-status.ts';
import { DeploymentTimesSchema, timesOf } from '../../domain/deployment/deployment-times.ts';
import { isConsignment, MISSION_ORDER } from '../../domain/deployment/mission.ts';
import { HOUR_MS, InstantSchema } from '../../domain/kernel/instant.ts';
import { MessageFailureSchema } from '../../domain/kernel/message-failure.ts';
import { TextSchema } from '../../domain/kernel/text.ts';
import { NamedLotSchema, NamedTeamSchema } from '../../domain/request/answer.ts';
import { CheckInMinutesSchema } from '../../domain/request/request-item.ts';
import { PendingSchema } from './pending.ts';

const {
  requisitionId: _,
  requestedArrival: _a,
  requestedReturn: _r,
  estimatedDeparture: _d,
  estimatedArrival: _e,
  commitMessageId: _c,
  ...order
} = MISSION_ORDER;

/** A deployment as either end sees it; no personal data. */
export const DeploymentViewSchema = z
  .strictObject({
    ...order,
    side: DeploymentSideSchema,
    status: DeploymentStatusSchema,
    statusText: TextSchema,
    /** One of the two: the team that was sent, or the goods. */
    team: NamedTeamSchema.optional(),
    lot: NamedLotSchema.optional(),
    /** How often the mission asks the team to check in, where it does. */
    checkInMinutes: CheckInMinutesSchema.optional(),
    openedAt: InstantSchema,
    times: DeploymentTimesSchema,
    /** From arrival to departure for home, what costs are counted by; once both are known. */
    hoursWorked: z.number().optional(),
    lastReport: DeploymentReportSchema.pick({ at: true, position: true, note: true }).optional(),
    /** When people on the ground were last heard of. */
    heardAt: InstantSchema,
    extension: z
      .strictObject({ question: ExtensionQuestionSchema, answer: ExtensionAnswerSchema.optional() })
      .optional(),
    returnRequest: z.strictObject({ question: ReturnQuestionSchema, answer: ReturnAnswerSchema.optional() }).optional(),
    release: ReleaseSchema.optional(),
    /** Promises whose moment passed before they were kept. */
    brokenPromises: z.array(DatedPromiseSchema),
    /** Messages of this city about it that the other did not take. */
    failures: z.array(MessageFailureSchema),
    closedAt: InstantSchema.optional(),
  })
  .meta({ id: 'Deployment' });
export type DeploymentView = z.infer<typeof DeploymentViewSchema>;

/** A deployment that was read, with what it waits for. */
export const DeploymentReadingSchema = DeploymentViewSchema.extend({ pending: PendingSchema }).meta({
  id: 'DeploymentReading',
});
export type DeploymentReading = z.infer<typeof DeploymentReadingSchema>;

const lastReportOf = ({ lastReport }: DeploymentState): DeploymentView['lastReport'] =>
  lastReport && { at: lastReport.at, position: lastReport.position, note: lastReport.note };

/** @returns the deployment as it is shown, hours to a hundredth. */
export const deploymentView = (state: DeploymentState): DeploymentView => {
  const { mission: sent } = state;
  const { deploymentId, requestId, itemId, agreementId, orderNumber, owner, requester } = sent;
  const { mission, reportingPoint, costs, exercise } = sent;
  const status = statusOf(state);
  const worked = workedMilliseconds(state);
  return {
    ...{ deploymentId, requestId, itemId, agreementId, orderNumber, owner, requester },
    ...{ mission, reportingPoint, costs, exercise },
    ...(isConsignment(sent) ? { lot: sent.lot } : { team: sent.team, checkInMinutes: sent.checkInMinutes }),
    side: state.side,
    status,
    statusText: DEPLOYMENT_STATUSES[status],
    openedAt: state.openedAt,
    times: timesOf(state),
    hoursWorked: worked === undefined ? undefined : Math.round((worked / HOUR_MS) * 100) / 100,
    lastReport: lastReportOf(state),
    heardAt: state.heardAt,
    extension: state.extension,
    returnRequest: state.recall,
    release: state.release,
    brokenPromises: state.overdue,
    failures: state.failures,
    closedAt: state.phase === 'closed' ? state.closedAt : undefined,
  };
};
