import type { Aggregate } from '../kernel/aggregate.ts';
import { decideTask } from './decide-task.ts';
import { evolveTask } from './evolve-task.ts';
import { taskDueAt } from './task-clock.ts';
import type { TaskCommand } from './task-commands.ts';
import { taskConsequences } from './task-consequences.ts';
import { taskDeadlines } from './task-deadlines.ts';
import { type TaskEvent, TaskEventSchema } from './task-events.ts';
import { taskListings } from './task-listings.ts';
import { taskNotices } from './task-notices.ts';
import { type TaskState, TaskStateSchema } from './task-state.ts';

/** A task of partner agencies. */
export const task: Aggregate<TaskState, TaskCommand, TaskEvent> = {
  kind: 'task',
  stateSchema: TaskStateSchema,
  eventSchema: TaskEventSchema,
  decide: decideTask,
  evolve: evolveTask,
  deadlines: taskDeadlines,
  dueAt: taskDueAt,
  listings: taskListings,
  consequences: taskConsequences,
  notices: taskNotices,
  isExercise: ({ exercise }) => exercise,
  cameOf: ({ incident }) => incident.incidentId,
  related: (state) => (state.status === 'handed-over' ? [{ kind: 'request', id: state.handOver.requestId }] : []),
};
