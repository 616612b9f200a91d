import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import { done } from '../request/deciding.ts';
import { speaksNot, type TaskDecision, wrongStatus } from './deciding.ts';
import type { TaskCommandOf } from './task-commands.ts';
import { isPending } from './task-offer.ts';
import { TASK_REFUSALS as REFUSALS } from './task-refusals.ts';
import { isEnded, type TaskState } from './task-state.ts';

type Work = TaskCommandOf<'report-progress' | 'finish' | 'give-feedback'>;

/** What the agency that has the task tells of it: how far it is, that it is done, and what there is to say of it. */
export const decideWork = (task: TaskState, command: Work, { now }: Circumstances): TaskDecision => {
  const refused = speaksNot(task, command.as, now);
  if (refused) return refused;
  if (!('holder' in task)) return isEnded(task) ? wrongStatus(task) : refuse(REFUSALS.notHolder);
  if (task.holder.agencyId !== command.as.agencyId) return refuse(REFUSALS.notHolder);
  if (task.status !== (command.type === 'give-feedback' ? 'done' : 'under-way')) return wrongStatus(task);
  switch (command.type) {
    case 'report-progress':
      return accept({ type: 'taskProgressReported', report: command.report, at: now });
    case 'finish':
      return accept({ type: 'taskDone', words: command.words, at: now });
    case 'give-feedback':
      return accept({ type: 'taskFedBack', feedback: command.feedback, at: now });
  }
};

/** The coordinator asks those for whom it was how it went (回访). */
export const decideFollowUp = (
  task: TaskState,
  { satisfaction, words }: TaskCommandOf<'follow-up'>,
  circumstances: Circumstances,
): TaskDecision =>
  task.status === 'fed-back'
    ? accept({ type: 'taskFollowedUp', followUp: { satisfaction, words, ...done(circumstances) } })
    : wrongStatus(task);

/** Puts the task to the files (归档). */
export const decideArchive = (task: TaskState, _: TaskCommandOf<'archive'>, { now }: Circumstances): TaskDecision =>
  task.status === 'followed-up' ? accept({ type: 'taskArchived', at: now }) : wrongStatus(task);

/** What was done is not good enough: the agency goes on, until a new time. */
export const decideReopen = (
  task: TaskState,
  { reason, neededBy }: TaskCommandOf<'reopen'>,
  { now }: Circumstances,
): TaskDecision => {
  if (!('holder' in task) || task.status === 'under-way') return wrongStatus(task);
  return neededBy <= now
    ? refuse(REFUSALS.neededInThePast, { neededBy }, '/neededBy')
    : accept({ type: 'taskReopened', reason, neededBy, at: now });
};

export const decideCancel = (
  task: TaskState,
  { reason }: TaskCommandOf<'cancel'>,
  circumstances: Circumstances,
): TaskDecision =>
  task.status === 'sent' || task.status === 'unanswered' || task.status === 'under-way'
    ? accept({ type: 'taskCancelled', reason, ...done(circumstances) })
    : wrongStatus(task);

/** Asks those who have yet to answer, or the one who has the task, to get on with it (催办). */
export const decideUrge = (
  task: TaskState,
  { words }: TaskCommandOf<'urge'>,
  circumstances: Circumstances,
): TaskDecision => {
  const agencyIds =
    task.status === 'under-way' || task.status === 'done'
      ? [task.holder.agencyId]
      : task.offers.filter(isPending).map(({ agencyId }) => agencyId);
  return agencyIds.length === 0 || isEnded(task)
    ? wrongStatus(task)
    : accept({ type: 'taskUrged', agencyIds, words, ...done(circumstances) });
};

/** Puts the task under supervision (督办). */
export const decideSupervise = (
  task: TaskState,
  { reason }: TaskCommandOf<'supervise'>,
  circumstances: Circumstances,
): TaskDecision => {
  if (isEnded(task) || task.status === 'followed-up') return wrongStatus(task);
  return task.supervision
    ? refuse(REFUSALS.alreadySupervised, { since: task.supervision.since })
    : accept({ type: 'taskPutUnderSupervision', reason, ...done(circumstances) });
};
