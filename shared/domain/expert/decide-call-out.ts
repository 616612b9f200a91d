import { accept, type Decision } from '../kernel/decision.ts';
import { conflictOfInterest } from './conflict-of-interest.ts';
import { unavailability } from './expert-availability.ts';
import type { ExpertCommandOf } from './expert-commands.ts';
import type { ExpertEvent } from './expert-events.ts';
import type { ExpertState } from './expert-state.ts';

type ExpertDecision = Decision<ExpertEvent>;

/** Inviting again to the same call-out checks again, and changes nothing. */
export const decideInvite = (
  expert: ExpertState,
  { callOutId, parties, from, until }: ExpertCommandOf<'invite'>,
): ExpertDecision => {
  const refusal = conflictOfInterest(expert.details, parties) ?? unavailability(expert, { from, until });
  if (refusal) return { accepted: false, refusal };
  return expert.openCallOuts.includes(callOutId) ? accept() : accept({ type: 'expertCalledOut', callOutId });
};

export const decideCallOutEnded = (
  expert: ExpertState,
  { callOutId }: ExpertCommandOf<'call-out-ended'>,
): ExpertDecision =>
  expert.openCallOuts.includes(callOutId) ? accept({ type: 'expertCallOutEnded', callOutId }) : accept();

/** Each call-out is appraised once; the call-out sees to it. */
export const decideAppraisal = ({ appraisal }: ExpertCommandOf<'record-appraisal'>): ExpertDecision =>
  accept({ type: 'expertAppraised', appraisal });
