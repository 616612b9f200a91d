import { type Decision, refuse } from '../kernel/decision.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Spokesperson } from './task-commands.ts';
import type { TaskEvent } from './task-events.ts';
import { isLive } from './task-link.ts';
import { TASK_REFUSALS as REFUSALS } from './task-refusals.ts';
import { offerTo, type TaskState } from './task-state.ts';

export type TaskDecision = Decision<TaskEvent>;

/** @returns the refusal of a command that the task's status does not allow. */
export const wrongStatus = ({ status }: TaskState): TaskDecision => refuse(REFUSALS.wrongStatus, { status });

/** @returns why somebody may not speak for an agency about a task, if so; an agency that was never asked learns of no task. */
export const speaksNot = (
  task: TaskState,
  { agencyId, linkId }: Spokesperson,
  now: Instant,
): TaskDecision | undefined => {
  if (!offerTo(task, agencyId)) return refuse(REFUSALS.unknown);
  if (linkId === undefined) return undefined;
  const link = task.links.find((one) => one.linkId === linkId && one.agencyId === agencyId);
  return link?.phone && isLive(link, now) ? undefined : refuse(REFUSALS.linkNotLive);
};
