import * as z from 'zod';
import { IncidentSummarySchema } from '../incident/incident-summary.ts';
import type { Listing } from '../kernel/aggregate.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { WorkOrderStepSchema } from '../request/work-order-step.ts';
import { TaskDetailsSchema } from './task-details.ts';
import { OfferOutcomeSchema } from './task-offer.ts';
import { isEnded, offerTo, type TaskState, type TaskStatus, TaskStatusSchema } from './task-state.ts';
import { taskStepOf } from './task-step.ts';

const { mission, kind, quantity, unit, neededBy } = TaskDetailsSchema.shape;
const shown = {
  taskId: z.uuid(),
  incident: IncidentSummarySchema.pick({ incidentId: true, title: true, hazard: true, responseLevel: true }),
  exercise: z.boolean(),
  ...{ mission, kind, quantity, unit, neededBy },
  createdAt: InstantSchema,
  supervised: z.boolean(),
};

/** What the duty room's lists show of a task. */
export const TaskCardSchema = z
  .strictObject({ ...shown, status: TaskStatusSchema, workOrderStep: WorkOrderStepSchema })
  .meta({ id: 'TaskCard' });

/** What became of a task at one agency, in one word. */
const OfferOutcomeKindSchema = z
  .enum(OfferOutcomeSchema.options.map(({ shape }) => shape.kind.value))
  .meta({ id: 'OfferOutcomeKind' });

/** What an agency's own list shows of a task: nothing of other agencies. */
export const AgencyTaskCardSchema = z
  .strictObject({
    ...shown,
    yours: OfferOutcomeKindSchema,
    replyBy: InstantSchema,
    /** The agency has done it, and said what there was to say of it. */
    fedBack: z.literal(true).optional(),
  })
  .meta({ id: 'AgencyTaskCard' });

/** What the duty room looks tasks up by, one at a time. */
export interface TaskFilter {
  readonly status?: TaskStatus | undefined;
  readonly incidentId?: string | undefined;
  readonly agencyId?: string | undefined;
  readonly supervised?: boolean | undefined;
}

/** @returns the name of the list of tasks of a status, for an incident, put to an agency, under supervision, or of all. */
export const taskList = ({ status, incidentId, agencyId, supervised }: TaskFilter = {}): string => {
  if (incidentId !== undefined) return `task/incident/${incidentId}`;
  if (agencyId !== undefined) return `task/agency/${agencyId}`;
  if (supervised) return 'task/supervised';
  return status === undefined ? 'task' : `task/status/${status}`;
};

/** @returns the name of the list that people of an agency see. */
export const agencyTaskList = (agencyId: string): string => `task/of-agency/${agencyId}`;

const shownOf = ({ id, incident, exercise, details, createdAt, supervision }: TaskState) => {
  const { incidentId, title, hazard, responseLevel } = incident;
  const { position: _, ...what } = details;
  return {
    taskId: id,
    incident: { incidentId, title, hazard, responseLevel },
    exercise,
    ...what,
    createdAt,
    supervised: supervision !== undefined,
  };
};

/** In every list, tasks are in the order in which they were made. */
export const taskListings = (task: TaskState): readonly Listing[] => {
  const sort = `${task.createdAt}#${task.id}`;
  const { status, incident } = task;
  const agencyIds = [...new Set(task.offers.map(({ agencyId }) => agencyId))];
  const supervised = task.supervision !== undefined && !isEnded(task);
  const common = shownOf(task);
  const card: z.infer<typeof TaskCardSchema> = { ...common, status, workOrderStep: taskStepOf(task) };
  const filters: TaskFilter[] = [
    {},
    { status },
    { incidentId: incident.incidentId },
    ...(supervised ? [{ supervised }] : []),
    ...agencyIds.map((agencyId) => ({ agencyId })),
  ];
  return [
    ...filters.map((filter) => ({ list: taskList(filter), sort, card })),
    ...agencyIds.flatMap((agencyId) => {
      const offer = offerTo(task, agencyId);
      if (!offer) return [];
      const own: z.infer<typeof AgencyTaskCardSchema> = {
        ...common,
        yours: offer.outcome.kind,
        replyBy: offer.replyBy,
        ...('feedback' in task && task.holder.agencyId === agencyId ? { fedBack: true } : {}),
      };
      return [{ list: agencyTaskList(agencyId), sort, card: own }];
    }),
  ];
};
