import type { Actor } from '../kernel/actor.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { yuan } from '../vocabulary/costs.ts';
import type { CallOutCommandOf } from './call-out-commands.ts';
import type { AppraisalWords, FeeClaimWords, FeeConfirmationWords } from './call-out-details.ts';
import type { CallOutEvent } from './call-out-events.ts';
import { CALL_OUT_REFUSALS as REFUSALS } from './call-out-refusals.ts';
import { notSo } from './decide-answer.ts';
import type { Invitation } from './invitation.ts';

type CallOutDecision = Decision<CallOutEvent>;

const personOf = (actor: Actor): { readonly id: string; readonly name: string } =>
  actor.kind === 'person' ? { id: actor.id, name: actor.name } : { id: actor.city, name: actor.kind };

/** The written opinion, which only the expert can sign. */
export const decideOpinion = (
  invitation: Invitation,
  { opinion, digestFor }: CallOutCommandOf<'give-opinion'>,
  { actor, now }: Circumstances,
): CallOutDecision => {
  if (invitation.status !== 'accepted') return notSo(invitation);
  const { expertId } = invitation.expert;
  const signature = { by: personOf(actor), at: now, digest: digestFor(expertId) };
  return accept({ type: 'opinionGiven', expertId, opinion: { ...opinion, signature } });
};

/** Paid is what was written: days at the rate of the day of the invitation, and expenses. */
export const decideClaim = (invitation: Invitation, claim: FeeClaimWords, { now }: Circumstances): CallOutDecision => {
  if (invitation.status !== 'opinion-given') return notSo(invitation);
  if (invitation.fee) return refuse(REFUSALS.claimedAlready);
  const { expertId, feePerDay } = invitation.expert;
  const amount = Math.round(claim.days * feePerDay) + claim.expenses;
  return accept({ type: 'feeClaimed', expertId, claim: { ...claim, amount, at: now } });
};

export const decideConfirmation = (
  invitation: Invitation,
  confirmation: FeeConfirmationWords,
  { actor, now }: Circumstances,
): CallOutDecision => {
  if (invitation.status !== 'opinion-given') return notSo(invitation);
  const { fee, expert } = invitation;
  if (!fee) return refuse(REFUSALS.notClaimed);
  if (fee.confirmation) return refuse(REFUSALS.confirmedAlready);
  const claimed = yuan(fee.claim.amount);
  if (confirmation.amount > fee.claim.amount) return refuse(REFUSALS.moreThanClaimed, { claimed }, '/amount');
  if (confirmation.amount < fee.claim.amount && confirmation.reason === undefined)
    return refuse(REFUSALS.lessNeedsReason, { claimed }, '/reason');
  const { expertId } = expert;
  return accept({ type: 'feeConfirmed', expertId, confirmation: { ...confirmation, by: personOf(actor), at: now } });
};

export const decideAppraisal = (
  invitation: Invitation,
  appraisal: AppraisalWords,
  { actor, now }: Circumstances,
): CallOutDecision => {
  if (invitation.status !== 'opinion-given') return notSo(invitation);
  if (invitation.appraisal) return refuse(REFUSALS.appraisedAlready);
  const { expertId } = invitation.expert;
  return accept({ type: 'serviceAppraised', expertId, appraisal: { ...appraisal, by: personOf(actor), at: now } });
};
