import { accept, type Circumstances, refuse } from '../kernel/decision.ts';
import type { Instant } from '../kernel/instant.ts';
import { speaksNot, type TaskDecision, wrongStatus } from './deciding.ts';
import type { Spokesperson, TaskCommandOf } from './task-commands.ts';
import { isPending } from './task-offer.ts';
import { TASK_REFUSALS as REFUSALS } from './task-refusals.ts';
import { offerTo, type TaskState } from './task-state.ts';

/** @returns why an agency can no longer answer what it was asked, if so. */
const answersNot = (task: TaskState, as: Spokesperson, now: Instant): TaskDecision | undefined => {
  const speechless = speaksNot(task, as, now);
  if (speechless) return speechless;
  const offer = offerTo(task, as.agencyId);
  if (offer?.outcome.kind === 'taken') return refuse(REFUSALS.taken);
  if (task.status !== 'sent' && task.status !== 'unanswered') return wrongStatus(task);
  if (!offer || offer.outcome.kind === 'lapsed') return refuse(REFUSALS.overdue, { replyBy: offer?.replyBy ?? now });
  if (!isPending(offer)) return refuse(REFUSALS.answered);
  return offer.replyBy <= now ? refuse(REFUSALS.overdue, { replyBy: offer.replyBy }) : undefined;
};

/** The first agency to accept gets the task. */
export const decideAccept = (task: TaskState, { as }: TaskCommandOf<'accept'>, { now }: Circumstances): TaskDecision =>
  answersNot(task, as, now) ?? accept({ type: 'taskAccepted', agencyId: as.agencyId, at: now });

export const decideDecline = (
  task: TaskState,
  { as, reason }: TaskCommandOf<'decline'>,
  { now }: Circumstances,
): TaskDecision =>
  answersNot(task, as, now) ?? accept({ type: 'taskDeclined', agencyId: as.agencyId, reason, at: now });

/** An agency says what it could do instead; a later proposal takes the place of an earlier one. */
export const decideCounterProposal = (
  task: TaskState,
  { as, proposal }: TaskCommandOf<'counter-propose'>,
  { now }: Circumstances,
): TaskDecision => {
  const refused = answersNot(task, as, now);
  if (refused) return refused;
  const { quantity, neededBy } = proposal;
  if (neededBy <= now) return refuse(REFUSALS.neededInThePast, { neededBy }, '/neededBy');
  if (quantity === task.details.quantity && neededBy === task.details.neededBy) return refuse(REFUSALS.sameProposal);
  return accept({ type: 'taskCounterProposed', agencyId: as.agencyId, proposal, at: now });
};

/** The coordinator takes up, or refuses, what an agency would do instead. Refused, the agency may still accept the task as it is. */
export const decideOnCounterProposal = (
  task: TaskState,
  command: TaskCommandOf<'accept-counter-proposal' | 'refuse-counter-proposal'>,
  { now }: Circumstances,
): TaskDecision => {
  const { agencyId } = command;
  if (task.status !== 'sent') return wrongStatus(task);
  const outcome = offerTo(task, agencyId)?.outcome;
  if (outcome?.kind !== 'counter-proposed') return refuse(REFUSALS.noCounterProposal);
  return command.type === 'refuse-counter-proposal'
    ? accept({ type: 'counterProposalRefused', agencyId, reason: command.reason })
    : accept({ type: 'counterProposalAccepted', agencyId, proposal: outcome.proposal, at: now });
};
