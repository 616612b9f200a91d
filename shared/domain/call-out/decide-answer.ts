import { accept, type Decision, refuse } from '../kernel/decision.ts';
import type { Instant } from '../kernel/instant.ts';
import type { InvitationAnswer, ProposalAnswer } from './call-out-details.ts';
import type { CallOutEvent } from './call-out-events.ts';
import { CALL_OUT_REFUSALS as REFUSALS } from './call-out-refusals.ts';
import type { Invitation, InvitationStatus } from './invitation.ts';

type CallOutDecision = Decision<CallOutEvent>;

/** @returns a refusal because the invitation is not in a state for this. */
export const notSo = ({ status }: Pick<Invitation, 'status'>): CallOutDecision =>
  refuse(REFUSALS.invitationStands, { status });

/** What may be answered when: who has accepted may still fall ill, or find a conflict of interest. */
const ANSWERABLE: Readonly<Record<InvitationAnswer['answer'], readonly InvitationStatus[]>> = {
  accept: ['invited', 'time-proposed'],
  decline: ['invited', 'time-proposed', 'accepted'],
  'propose-time': ['invited', 'time-proposed'],
  recuse: ['invited', 'time-proposed', 'accepted'],
};

/** Who asked for another time may say no to it as long as it stands; all else is answered by the deadline. */
const isTooLate = ({ status, replyBy }: Invitation, { answer }: InvitationAnswer, at: Instant): boolean => {
  if (replyBy > at || status === 'accepted') return false;
  return status === 'invited' || answer === 'accept' || answer === 'propose-time';
};

/** An answer of the expert to the invitation. */
export const decideAnswer = (invitation: Invitation, answer: InvitationAnswer, at: Instant): CallOutDecision => {
  const { expertId } = invitation.expert;
  if (!ANSWERABLE[answer.answer].includes(invitation.status)) return notSo(invitation);
  if (isTooLate(invitation, answer, at)) return refuse(REFUSALS.tooLate, { replyBy: invitation.replyBy });
  switch (answer.answer) {
    case 'accept':
      return accept({ type: 'invitationAccepted', expertId, at });
    case 'decline':
      return accept({ type: 'invitationDeclined', expertId, reason: answer.reason, at });
    case 'recuse':
      return accept({ type: 'invitedExpertRecused', expertId, reason: answer.reason, at });
    case 'propose-time': {
      const { time, reason } = answer;
      return time.from <= at
        ? refuse(REFUSALS.meetingPast, { until: time.from }, '/time/from')
        : accept({ type: 'timeProposed', expertId, proposal: { time, reason, at } });
    }
  }
};

/** What the coordinator says of another time; refused, the invitation stands as it was. */
export const decideProposalAnswer = (
  invitation: Invitation,
  decision: ProposalAnswer,
  at: Instant,
): CallOutDecision => {
  const { expertId } = invitation.expert;
  if (invitation.status !== 'time-proposed') return notSo(invitation);
  const { from } = invitation.proposal.time;
  if (decision.answer === 'accept' && from <= at) return refuse(REFUSALS.meetingPast, { until: from });
  return decision.answer === 'accept'
    ? accept({ type: 'proposedTimeAccepted', expertId, at })
    : accept({ type: 'proposedTimeRefused', expertId, reason: decision.reason, at });
};
