import * as z from 'zod';
import { IncidentSummarySchema } from '../../domain/incident/incident-summary.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { TaskDetailsSchema } from '../../domain/task/task-details.ts';
import { TaskOfferSchema } from '../../domain/task/task-offer.ts';
import { TASK_REFUSALS } from '../../domain/task/task-refusals.ts';
import { concerns, offerTo, type TaskState, UrgingSchema } from '../../domain/task/task-state.ts';
import { problemOfRefusal } from '../problems.ts';
import { partsOf, TaskLinkViewSchema, taskCourse, taskLinkView } from './task.ts';

const yours = TaskOfferSchema.omit({ agencyId: true, agencyName: true });

/** A task as an agency sees its own part of it: what it needs to do it, nothing of other agencies, of the request, or of costs. */
export const AgencyTaskViewSchema = z
  .strictObject({
    taskId: z.uuid(),
    agencyId: z.uuid(),
    incident: IncidentSummarySchema,
    exercise: z.boolean(),
    details: TaskDetailsSchema,
    createdAt: InstantSchema,
    /** What the agency was asked last, by when, and what became of it. */
    yours,
    /** How often and with what words it was asked to get on, who asked left out. */
    urgings: z.array(UrgingSchema.omit({ by: true })),
    supervised: z.boolean(),
    ...taskCourse,
    satisfaction: z.int().min(1).max(5).optional(),
    links: z.array(TaskLinkViewSchema),
  })
  .meta({ id: 'AgencyTask' });
export type AgencyTaskView = z.infer<typeof AgencyTaskViewSchema>;

/** What only the agency that carries the task out sees. */
const courseOf = (task: TaskState) => ({
  progress: task.progress,
  ...partsOf<Pick<AgencyTaskView, 'reopening' | 'completion' | 'feedback'>>(task, [
    'reopening',
    'completion',
    'feedback',
  ]),
  ...('followUp' in task ? { satisfaction: task.followUp.satisfaction } : {}),
});

/**
 * @returns an agency's part of a task.
 * @throws ProblemError 404 when it has none: it is not to learn that there is such a task.
 */
export const agencyTaskView = (task: TaskState, agencyId: string): AgencyTaskView => {
  const offer = offerTo(task, agencyId);
  if (!offer) throw problemOfRefusal({ reason: TASK_REFUSALS.unknown, parameters: {} });
  const { agencyId: _id, agencyName: _name, ...part } = offer;
  const { id: taskId, incident, exercise, details, createdAt } = task;
  return {
    ...{ taskId, agencyId, incident, exercise, details, createdAt },
    yours: part,
    urgings: concerns(task, agencyId) ? task.urgings.map(({ by: _, ...urging }) => urging) : [],
    supervised: task.supervision !== undefined,
    ...('holder' in task && task.holder.agencyId === agencyId ? courseOf(task) : { progress: [] }),
    links: task.links.filter((link) => link.agencyId === agencyId).map(taskLinkView),
  };
};
