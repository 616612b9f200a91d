import * as z from 'zod';
import { IncidentSummarySchema } from '../../domain/incident/incident-summary.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { PersonReferenceSchema } from '../../domain/kernel/person-reference.ts';
import { FollowUpSchema } from '../../domain/request/request-state.ts';
import { WorkOrderStepSchema } from '../../domain/request/work-order-step.ts';
import { TaskDetailsSchema, TaskFeedbackSchema, TaskSourceSchema } from '../../domain/task/task-details.ts';
import { type TaskLink, TaskLinkSchema } from '../../domain/task/task-link.ts';
import { TaskOfferSchema } from '../../domain/task/task-offer.ts';
import {
  SupervisionSchema,
  type TaskState,
  TaskStatusSchema,
  TimedReportSchema,
  UrgingSchema,
} from '../../domain/task/task-state.ts';
import { taskStepOf } from '../../domain/task/task-step.ts';
import { PendingSchema } from './pending.ts';

const at = InstantSchema;
const reasoned = { reason: z.string(), at };

/** A link of a duty phone as people see it: nothing that opens it. */
export const TaskLinkViewSchema = TaskLinkSchema.omit({ secretDigest: true, phone: true })
  .extend({ usedSince: at.optional() })
  .meta({ id: 'TaskLink' });

/** @returns a link without its digests. */
export const taskLinkView = ({ secretDigest: _, phone, ...link }: TaskLink): z.infer<typeof TaskLinkViewSchema> => ({
  ...link,
  ...(phone === undefined ? {} : { usedSince: phone.since }),
});

/** @returns the link of that id, which must be among them, without its digests. */
export const shownLink = (links: readonly TaskLink[], id: string): z.infer<typeof TaskLinkViewSchema> => {
  const link = links.find(({ linkId }) => linkId === id);
  if (!link) throw new Error(`a link that was revoked is gone: ${id}`);
  return taskLinkView(link);
};

/** What is known of a task once somebody works on it; parts a task has not come to are left out. */
export const taskCourse = {
  progress: z.array(TimedReportSchema),
  reopening: z.strictObject(reasoned).optional(),
  completion: z.strictObject({ words: z.string(), at }).optional(),
  feedback: TaskFeedbackSchema.extend({ at }).optional(),
};

/** @returns those of the named parts that a task has come to. */
export const partsOf = <T extends object>(task: TaskState, names: readonly (keyof T & string)[]): Partial<T> =>
  Object.fromEntries(
    names.flatMap((name) => {
      const part = (task as Readonly<Record<string, unknown>>)[name];
      return part === undefined ? [] : [[name, part]];
    }),
  ) as Partial<T>;

/** A task as the duty room sees it. */
export const TaskViewSchema = z
  .strictObject({
    taskId: z.uuid(),
    status: TaskStatusSchema,
    /** Step of the 12345 work order; derived. */
    workOrderStep: WorkOrderStepSchema,
    incident: IncidentSummarySchema,
    exercise: z.boolean(),
    source: TaskSourceSchema,
    details: TaskDetailsSchema,
    createdAt: at,
    offers: z.array(TaskOfferSchema),
    /** The agency that carries it out. */
    agencyId: z.uuid().optional(),
    links: z.array(TaskLinkViewSchema),
    urgings: z.array(UrgingSchema),
    supervision: SupervisionSchema.optional(),
    ...taskCourse,
    followUp: FollowUpSchema.optional(),
    archivedAt: at.optional(),
    handOver: z.strictObject({ requestId: z.uuid(), by: PersonReferenceSchema, ...reasoned }).optional(),
    cancellation: z.strictObject({ by: PersonReferenceSchema, ...reasoned }).optional(),
  })
  .meta({ id: 'Task' });
export type TaskView = z.infer<typeof TaskViewSchema>;

/** A task that was read, with what it waits for. */
export const TaskReadingSchema = TaskViewSchema.extend({ pending: PendingSchema }).meta({ id: 'TaskReading' });

const OPTIONAL = [
  'supervision',
  'reopening',
  'completion',
  'feedback',
  'followUp',
  'archivedAt',
  'handOver',
  'cancellation',
] as const;

export const taskView = (task: TaskState): TaskView => {
  const { id: taskId, status, incident, exercise, source, details, createdAt, offers, urgings, progress } = task;
  return {
    ...{ taskId, status, incident, exercise, source, details, createdAt, offers, urgings, progress },
    workOrderStep: taskStepOf(task),
    links: task.links.map(taskLinkView),
    ...('holder' in task ? { agencyId: task.holder.agencyId } : {}),
    ...partsOf<Pick<TaskView, (typeof OPTIONAL)[number]>>(task, OPTIONAL),
  };
};
