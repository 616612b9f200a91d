import type { MeetingTime } from './call-out-details.ts';
import type { CallOutEvent, CallOutEventOf } from './call-out-events.ts';
import type { Invitation, InvitationOf } from './invitation.ts';

/** What happens to invitations once they are there. */
export type InvitationEvent = Exclude<
  CallOutEvent,
  CallOutEventOf<'callOutOpened' | 'expertsInvited' | 'callOutClosed' | 'callOutCancelled'>
>;

/** What stays of an invitation whatever becomes of it. */
const kept = ({ expert, invitedAt, replyBy, time, urgedAt }: Invitation) => ({
  expert,
  invitedAt,
  replyBy,
  time,
  ...(urgedAt === undefined ? {} : { urgedAt }),
});

const accepted = (
  invitation: Invitation,
  acceptedAt: string,
  time: MeetingTime = invitation.time,
): InvitationOf<'accepted'> => ({ ...kept(invitation), time, status: 'accepted', acceptedAt });

/** @returns an invitation that has come to an end without an opinion. */
export const endedInvitation = (
  invitation: Invitation,
  status: 'declined' | 'recused' | 'withdrawn',
  { reason, at }: { readonly reason: string; readonly at: string },
): Invitation => ({ ...kept(invitation), status, reason, at });

const urged = (invitation: Invitation, { at }: CallOutEventOf<'invitationsUrged'>): Invitation =>
  invitation.status === 'invited' ? { ...invitation, urgedAt: at } : invitation;

/** @throws Error for what cannot happen to an invitation of this status. */
const impossible = (event: InvitationEvent, { status }: Invitation): never => {
  throw new Error(`${event.type} does not happen to an invitation that is ${status}`);
};

const answered = (invitation: Invitation, event: InvitationEvent): Invitation | undefined => {
  switch (event.type) {
    case 'invitationAccepted':
      return accepted(invitation, event.at);
    case 'invitationDeclined':
      return endedInvitation(invitation, 'declined', event);
    case 'invitedExpertRecused':
      return endedInvitation(invitation, 'recused', event);
    case 'invitationWithdrawn':
      return endedInvitation(invitation, 'withdrawn', event);
    case 'invitationsLapsed':
      return { ...kept(invitation), status: 'lapsed', at: event.at };
    case 'invitationsUrged':
      return urged(invitation, event);
    case 'timeProposed':
      return { ...kept(invitation), status: 'time-proposed', proposal: event.proposal };
    default:
      return undefined;
  }
};

const negotiated = (invitation: InvitationOf<'time-proposed'>, event: InvitationEvent): Invitation => {
  const { proposal } = invitation;
  if (event.type === 'proposedTimeAccepted') return accepted(invitation, event.at, proposal.time);
  if (event.type !== 'proposedTimeRefused') return impossible(event, invitation);
  const refusedProposal = { ...proposal, refusal: event.reason };
  return { ...kept(invitation), status: 'invited', refusedProposal };
};

const advising = (invitation: InvitationOf<'accepted'>, event: InvitationEvent): Invitation =>
  event.type === 'opinionGiven'
    ? { ...kept(invitation), status: 'opinion-given', opinion: event.opinion }
    : impossible(event, invitation);

const settled = (invitation: InvitationOf<'opinion-given'>, event: InvitationEvent): Invitation => {
  switch (event.type) {
    case 'feeClaimed':
      return { ...invitation, fee: { claim: event.claim } };
    case 'feeConfirmed':
      return invitation.fee
        ? { ...invitation, fee: { ...invitation.fee, confirmation: event.confirmation } }
        : impossible(event, invitation);
    case 'serviceAppraised':
      return { ...invitation, appraisal: event.appraisal };
    default:
      return impossible(event, invitation);
  }
};

/** @returns the invitation after an event that concerns it. */
export const evolveInvitation = (invitation: Invitation, event: InvitationEvent): Invitation => {
  const after = answered(invitation, event);
  if (after) return after;
  switch (invitation.status) {
    case 'time-proposed':
      return negotiated(invitation, event);
    case 'accepted':
      return advising(invitation, event);
    case 'opinion-given':
      return settled(invitation, event);
    default:
      return impossible(event, invitation);
  }
};

/** @returns the experts an event concerns. */
export const concerned = (event: InvitationEvent): readonly string[] =>
  'expertIds' in event ? event.expertIds : [event.expertId];
