import * as z from 'zod';
import { IncidentSummarySchema } from '../incident/incident-summary.ts';
import type { Instant } from '../kernel/instant.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { PersonReferenceSchema } from '../kernel/person-reference.ts';
import { FollowUpSchema } from '../request/request-state.ts';
import { ProgressReportSchema, TaskDetailsSchema, TaskFeedbackSchema, TaskSourceSchema } from './task-details.ts';
import { TaskLinkSchema } from './task-link.ts';
import { isPending, type TaskOffer, TaskOfferSchema } from './task-offer.ts';

/** Agencies a task may be put to in all, one after another or at the same time. */
export const MAXIMUM_OFFERS = 12;

/** Progress reports that the task itself holds; the ledger holds all. */
export const LATEST_REPORTS = 20;
/** Urgings that the task itself holds; the ledger holds all. */
export const LATEST_URGINGS = 10;

const by = PersonReferenceSchema;
const at = InstantSchema;

/** Somebody asks those who have the task to get on with it (催办). */
export const UrgingSchema = z.strictObject({ at, by, words: z.string().optional() }).meta({ id: 'Urging' });

/** The task is under supervision (督办): by whom and why; by the clock when its deadline passed. */
export const SupervisionSchema = z
  .strictObject({ since: at, by: by.optional(), reason: z.string().optional() })
  .meta({ id: 'Supervision' });

/** A progress report with when it was made. */
export const TimedReportSchema = ProgressReportSchema.extend({ at }).meta({ id: 'TimedProgressReport' });

const common = {
  id: z.uuid(),
  incident: IncidentSummarySchema,
  exercise: z.boolean(),
  source: TaskSourceSchema,
  /** As agreed: an accepted counter-proposal changes quantity and time. */
  details: TaskDetailsSchema,
  createdAt: at,
  /** In the order in which they were made; an agency's last one counts. */
  offers: z.array(TaskOfferSchema).min(1).max(MAXIMUM_OFFERS),
  links: z.array(TaskLinkSchema),
  urgings: z.array(UrgingSchema).max(LATEST_URGINGS),
  supervision: SupervisionSchema.optional(),
  progress: z.array(TimedReportSchema).max(LATEST_REPORTS),
};

const held = {
  ...common,
  holder: z.strictObject({
    agencyId: z.uuid(),
    /** From when the clock runs: accepted or reopened. */
    since: at,
    /** Whether the clock has said that the time has passed. */
    overdue: z.boolean(),
  }),
  /** Why what was done was not good enough, the last time. */
  reopening: z.strictObject({ reason: z.string(), at }).optional(),
};
const done = { ...held, completion: z.strictObject({ words: z.string(), at }) };
const fedBack = { ...done, feedback: TaskFeedbackSchema.extend({ at }) };
const followedUp = { ...fedBack, followUp: FollowUpSchema };

/** A task of a partner agency, from sending to archive. */
export const TaskStateSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('sent'), ...common }),
  /** Every agency it was put to has declined or let its deadline pass. */
  z.strictObject({ status: z.literal('unanswered'), ...common }),
  z.strictObject({ status: z.literal('under-way'), ...held }),
  z.strictObject({ status: z.literal('done'), ...done }),
  z.strictObject({ status: z.literal('fed-back'), ...fedBack }),
  z.strictObject({ status: z.literal('followed-up'), ...followedUp }),
  z.strictObject({ status: z.literal('archived'), ...followedUp, archivedAt: at }),
  /** A request to partner cities goes on with it. */
  z.strictObject({
    status: z.literal('handed-over'),
    ...common,
    handOver: z.strictObject({ requestId: z.uuid(), reason: z.string(), by, at }),
  }),
  z.strictObject({
    status: z.literal('cancelled'),
    ...common,
    cancellation: z.strictObject({ reason: z.string(), by, at }),
  }),
]);
export type TaskState = z.infer<typeof TaskStateSchema>;
export type TaskStateOf<S extends TaskState['status']> = Extract<TaskState, { status: S }>;
export type HeldTask = Extract<TaskState, { holder: unknown }>;

export const TaskStatusSchema = z
  .enum(TaskStateSchema.options.map(({ shape }) => shape.status.value))
  .meta({ id: 'TaskStatus' });
export type TaskStatus = z.infer<typeof TaskStatusSchema>;

/** @returns an agency's part in the task: what it was asked last; `undefined` when it never was. */
export const offerTo = ({ offers }: Pick<TaskState, 'offers'>, agencyId: string): TaskOffer | undefined =>
  offers.findLast((offer) => offer.agencyId === agencyId);

/** @returns whether a task is at its end. */
export const isEnded = ({ status }: TaskState): boolean =>
  status === 'archived' || status === 'handed-over' || status === 'cancelled';

/** @returns whether an agency has, or may still get, the task. */
export const concerns = (task: TaskState, agencyId: string): boolean => {
  const offer = offerTo(task, agencyId);
  return offer !== undefined && !isEnded(task) && (isPending(offer) || offer.outcome.kind === 'accepted');
};

/** @returns by when the holder is to be done. */
export const workDueAt = ({ details }: TaskState): Instant => details.neededBy;
