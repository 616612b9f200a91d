import { accept, type Decision } from '../kernel/decision.ts';
import { earliest, type Instant, latest } from '../kernel/instant.ts';
import type { CallOutEvent } from './call-out-events.ts';
import type { CallOutState, OpenCallOut } from './call-out-state.ts';
import type { Invitation, InvitationOf } from './invitation.ts';

/** @returns when an invitation lapses: unanswered at its deadline; with a time proposed that nobody answered, when that has come. */
const lapsesAt = (invitation: Invitation): Instant | undefined => {
  if (invitation.status === 'invited') return invitation.replyBy;
  return invitation.status === 'time-proposed' ? invitation.proposal.time.from : undefined;
};

/** @returns when an opinion is due; where a later time was agreed than the opinions are wanted by, its end is the deadline. */
export const opinionDue = ({ details }: Pick<CallOutState, 'details'>, { time }: InvitationOf<'accepted'>): Instant =>
  latest(time.until, details.opinionBy) ?? details.opinionBy;

/** @returns the next moment at which an invitation of a call-out lapses. */
export const callOutDueAt = (callOut: CallOutState): Instant | undefined =>
  callOut.status === 'open' ? earliest(...callOut.invitations.map(lapsesAt)) : undefined;

/** What the clock finds: invitations that lapse. */
export const decideClock = (callOut: OpenCallOut, now: Instant): Decision<CallOutEvent> => {
  const expertIds = callOut.invitations
    .filter((invitation) => {
      const due = lapsesAt(invitation);
      return due !== undefined && due <= now;
    })
    .map(({ expert }) => expert.expertId);
  return expertIds.length > 0 ? accept({ type: 'invitationsLapsed', expertIds, at: now }) : accept();
};
