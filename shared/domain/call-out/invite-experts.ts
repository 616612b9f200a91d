import { type Decision, refuse } from '../kernel/decision.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Candidate } from './call-out-commands.ts';
import { MAXIMUM_EXPERTS } from './call-out-details.ts';
import type { CallOutEvent, CallOutEventOf } from './call-out-events.ts';
import { CALL_OUT_REFUSALS as REFUSALS } from './call-out-refusals.ts';
import type { Invitation, InvitedExpert } from './invitation.ts';

/** Invitations that may be repeated: the expert said no, or nothing, or was not needed then. Who recused themselves stays out. */
const REPEATABLE: readonly Invitation['status'][] = ['declined', 'lapsed', 'withdrawn'];

/** What the experts are to answer by when, among those invited before. */
export interface Inviting {
  readonly candidates: readonly Candidate[];
  readonly before: readonly Invitation[];
  readonly replyBy: Instant;
  readonly now: Instant;
}

const invited = ({ expertId, expert }: Candidate): InvitedExpert | undefined =>
  expert && {
    expertId,
    personId: expert.details.personId,
    name: expert.details.name,
    feePerDay: expert.details.feePerDay,
  };

const isThePersonOfAnother = (expert: InvitedExpert, others: readonly InvitedExpert[]): boolean =>
  others.some(({ personId, expertId }) => personId === expert.personId && expertId !== expert.expertId);

/** Whether each of them may advise, and has time, is for the pool to decide in the same transaction. */
export const inviteExperts = (
  { candidates, before, replyBy, now }: Inviting,
  first: readonly CallOutEvent[] = [],
): Decision<CallOutEvent> => {
  if (replyBy <= now) return refuse(REFUSALS.deadlinePast, { replyBy }, '/replyBy');
  const experts: InvitedExpert[] = [];
  for (const [index, candidate] of candidates.entries()) {
    const pointer = `/experts/${index}`;
    const expert = invited(candidate);
    if (!expert) return refuse(REFUSALS.noSuchExpert, {}, pointer);
    const standing = before.find((invitation) => invitation.expert.expertId === candidate.expertId);
    if (standing && !REPEATABLE.includes(standing.status))
      return refuse(REFUSALS.invitedAlready, { expert: expert.name, status: standing.status }, pointer);
    if (isThePersonOfAnother(expert, [...before.map((invitation) => invitation.expert), ...experts]))
      return refuse(REFUSALS.samePerson, { expert: expert.name }, pointer);
    experts.push(expert);
  }
  const all = new Set([...before.map(({ expert }) => expert.expertId), ...experts.map(({ expertId }) => expertId)]);
  if (all.size > MAXIMUM_EXPERTS) return refuse(REFUSALS.tooMany, { maximum: MAXIMUM_EXPERTS }, '/experts');
  const event: CallOutEventOf<'expertsInvited'> = { type: 'expertsInvited', experts, replyBy, at: now };
  return { accepted: true, events: [...first, event] };
};
