import * as z from 'zod';
import { IncidentSummarySchema } from '../incident/incident-summary.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { PersonReferenceSchema } from '../kernel/person-reference.ts';
import { FollowUpSchema } from '../request/request-state.ts';
import {
  CounterProposalSchema,
  ProgressReportSchema,
  TaskDetailsSchema,
  TaskFeedbackSchema,
  TaskSourceSchema,
} from './task-details.ts';
import { TaskLinkSchema } from './task-link.ts';
import { OfferedSchema } from './task-offer.ts';

const at = InstantSchema;
const agencyId = z.uuid();
const done = { by: PersonReferenceSchema, at };
const reason = z.string();

export const TaskEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('taskSent'),
    id: z.uuid(),
    incident: IncidentSummarySchema,
    exercise: z.boolean(),
    source: TaskSourceSchema,
    details: TaskDetailsSchema,
    offers: z.array(OfferedSchema).min(1),
    at,
  }),
  z.strictObject({ type: z.literal('taskOffered'), offers: z.array(OfferedSchema).min(1), at }),
  /** Whoever else was asked is told that it is taken. */
  z.strictObject({ type: z.literal('taskAccepted'), agencyId, at }),
  z.strictObject({ type: z.literal('taskDeclined'), agencyId, reason, at }),
  z.strictObject({ type: z.literal('taskCounterProposed'), agencyId, proposal: CounterProposalSchema, at }),
  z.strictObject({ type: z.literal('counterProposalAccepted'), agencyId, proposal: CounterProposalSchema, at }),
  z.strictObject({ type: z.literal('counterProposalRefused'), agencyId, reason }),
  z.strictObject({ type: z.literal('taskOfferLapsed'), agencyId, at }),
  /** `agencyIds`: those who are asked to get on. */
  z.strictObject({
    type: z.literal('taskUrged'),
    agencyIds: z.array(agencyId),
    words: z.string().optional(),
    ...done,
  }),
  z.strictObject({
    type: z.literal('taskPutUnderSupervision'),
    by: PersonReferenceSchema.optional(),
    reason: z.string().optional(),
    at,
  }),
  z.strictObject({ type: z.literal('taskProgressReported'), report: ProgressReportSchema, at }),
  z.strictObject({ type: z.literal('taskDone'), words: z.string(), at }),
  z.strictObject({ type: z.literal('taskFedBack'), feedback: TaskFeedbackSchema, at }),
  z.strictObject({ type: z.literal('taskFollowedUp'), followUp: FollowUpSchema }),
  z.strictObject({ type: z.literal('taskArchived'), at }),
  z.strictObject({ type: z.literal('taskReopened'), reason, neededBy: InstantSchema, at }),
  /** `from`: who had it, or was asked; they are told that they need not. */
  z.strictObject({
    type: z.literal('taskTransferred'),
    from: z.array(agencyId),
    to: OfferedSchema,
    reason,
    at,
  }),
  z.strictObject({ type: z.literal('taskHandedOver'), requestId: z.uuid(), reason, ...done }),
  z.strictObject({ type: z.literal('taskCancelled'), reason, ...done }),
  z.strictObject({ type: z.literal('taskLinkIssued'), link: TaskLinkSchema }),
  /** From now on that phone and no other. */
  z.strictObject({ type: z.literal('taskLinkBound'), linkId: z.uuid(), phoneDigest: z.string(), at }),
  z.strictObject({ type: z.literal('taskLinkRevoked'), linkId: z.uuid(), at }),
]);
export type TaskEvent = z.infer<typeof TaskEventSchema>;
export type TaskEventOf<T extends TaskEvent['type']> = Extract<TaskEvent, { readonly type: T }>;
