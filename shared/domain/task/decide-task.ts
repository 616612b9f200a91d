import { type Circumstances, refuse } from '../kernel/decision.ts';
import { decideAccept, decideCounterProposal, decideDecline, decideOnCounterProposal } from './decide-answer.ts';
import { decideBindLink, decideIssueLink, decideRevokeLink } from './decide-links.ts';
import { decideHandOver, decideOffer, decideSend, decideTransfer } from './decide-sending.ts';
import {
  decideArchive,
  decideCancel,
  decideFollowUp,
  decideReopen,
  decideSupervise,
  decideUrge,
  decideWork,
} from './decide-work.ts';
import type { TaskDecision } from './deciding.ts';
import { decideClock } from './task-clock.ts';
import type { SendTask, TaskCommand, TaskCommandOf } from './task-commands.ts';
import { TASK_REFUSALS } from './task-refusals.ts';
import type { TaskState } from './task-state.ts';

type Steps = {
  readonly [T in Exclude<TaskCommand, SendTask>['type']]: (
    task: TaskState,
    command: TaskCommandOf<T>,
    circumstances: Circumstances,
  ) => TaskDecision;
};

const STEPS: Steps = {
  offer: decideOffer,
  transfer: decideTransfer,
  'hand-over': decideHandOver,
  accept: decideAccept,
  decline: decideDecline,
  'counter-propose': decideCounterProposal,
  'accept-counter-proposal': decideOnCounterProposal,
  'refuse-counter-proposal': decideOnCounterProposal,
  'report-progress': decideWork,
  finish: decideWork,
  'give-feedback': decideWork,
  'follow-up': decideFollowUp,
  archive: decideArchive,
  reopen: decideReopen,
  cancel: decideCancel,
  urge: decideUrge,
  supervise: decideSupervise,
  'issue-link': decideIssueLink,
  'bind-link': decideBindLink,
  'revoke-link': decideRevokeLink,
  'clock-ran-out': (task, _, { now }) => decideClock(task, now),
};

/** @returns what a command on a task comes to. */
export const decideTask = (
  task: TaskState | undefined,
  command: TaskCommand,
  circumstances: Circumstances,
): TaskDecision => {
  if (command.type === 'send') return task ? refuse(TASK_REFUSALS.exists) : decideSend(command, circumstances);
  if (!task) return refuse(TASK_REFUSALS.unknown);
  const step: (task: TaskState, command: never, circumstances: Circumstances) => TaskDecision = STEPS[command.type];
  return step(task, command as never, circumstances);
};
