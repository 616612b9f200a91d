import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Instant } from '../kernel/instant.ts';
import type { AppointExpert, ExpertCommandOf } from './expert-commands.ts';
import type { ExpertEvent } from './expert-events.ts';
import { EXPERT_REFUSALS as REFUSALS } from './expert-refusals.ts';
import type { ExpertState, PoolExpert } from './expert-state.ts';
import { membershipDueAt } from './expert-term.ts';

type ExpertDecision = Decision<ExpertEvent>;

/** What the ledger says when an expert leaves because nobody renewed the appointment. */
const TERM_ENDED = '聘期届满';

export const decideAppoint = ({ id, details, contact, term, reason }: AppointExpert, now: Instant): ExpertDecision =>
  term.until <= now
    ? refuse(REFUSALS.termOver, { until: term.until }, '/term/until')
    : accept({ type: 'expertAppointed', id, details, contact, term, reason, at: now });

export const decideRenew = (
  expert: ExpertState,
  { term, reason }: ExpertCommandOf<'renew'>,
  now: Instant,
): ExpertDecision => {
  if (term.until <= now) return refuse(REFUSALS.termOver, { until: term.until }, '/term/until');
  if (expert.status === 'in-pool' && term.until <= expert.term.until)
    return refuse(REFUSALS.termNotLonger, { until: expert.term.until }, '/term/until');
  return accept({ type: 'expertRenewed', term, reason, at: now });
};

export const decideLeave = (
  expert: PoolExpert,
  { at = undefined, reason }: ExpertCommandOf<'leave'>,
  now: Instant,
): ExpertDecision => {
  if (at !== undefined && at < now) return refuse(REFUSALS.leavingPast, { now }, '/at');
  if (at !== undefined && at >= expert.term.until)
    return refuse(REFUSALS.leavingAfterTerm, { until: expert.term.until }, '/at');
  if (at !== undefined && at > now) return accept({ type: 'expertLeavingArranged', at, reason });
  const count = expert.openCallOuts.length;
  return count > 0
    ? refuse(REFUSALS.calledOut, { expert: expert.details.name, count })
    : accept({ type: 'expertLeft', at: now, reason });
};

/** The clock: an arranged leaving, the end of the term, or the notice before it. */
export const decideMembershipClock = (expert: ExpertState, now: Instant): ExpertDecision => {
  if (expert.status === 'left') return accept();
  const { leaving, term } = expert;
  if (leaving && leaving.at <= now) return accept({ type: 'expertLeft', ...leaving });
  if (term.until <= now) return accept({ type: 'expertLeft', at: term.until, reason: TERM_ENDED });
  const due = membershipDueAt(expert);
  return due !== undefined && due <= now ? accept({ type: 'expertTermEnding', until: term.until }) : accept();
};
