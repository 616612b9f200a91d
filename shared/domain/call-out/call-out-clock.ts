import { accept, type Decision } from '../kernel/decision.ts';
import { earliest, type Instant, millisecondsBetween, plus } from '../kernel/instant.ts';
import type { CallOutEvent } from './call-out-events.ts';
import type { CallOutState, OpenCallOut } from './call-out-state.ts';
import type { Invitation, InvitationOf } from './invitation.ts';

/** @returns the moment at which half of the time to answer has passed. */
const halfTime = ({ invitedAt, replyBy }: InvitationOf<'invited'>): Instant =>
  plus(invitedAt, millisecondsBetween(invitedAt, replyBy) / 2);

/** @returns when an invitation lapses: unanswered at its deadline; with a time proposed that nobody answered, when that has come. */
const lapsesAt = (invitation: Invitation): Instant | undefined => {
  if (invitation.status === 'invited') return invitation.replyBy;
  return invitation.status === 'time-proposed' ? invitation.proposal.time.from : undefined;
};

const urgedAt = (invitation: Invitation): Instant | undefined =>
  invitation.status === 'invited' && !invitation.halfTimeTold ? halfTime(invitation) : undefined;

/** Where a later time was agreed than the opinions are due, its end is the deadline. */
const opinionDueAt = ({ details }: CallOutState, invitation: Invitation): Instant | undefined => {
  if (invitation.status !== 'accepted' || invitation.overdueTold) return undefined;
  return [invitation.time.until, details.opinionBy].sort().at(-1);
};

/** @returns the next moment at which a promise of a call-out runs out. */
export const callOutDueAt = (callOut: CallOutState): Instant | undefined =>
  callOut.status === 'open'
    ? earliest(
        ...callOut.invitations.flatMap((invitation) => [
          urgedAt(invitation),
          lapsesAt(invitation),
          opinionDueAt(callOut, invitation),
        ]),
      )
    : undefined;

/** What the clock finds: invitations that lapse, those to be urged at half time, opinions that are late. */
export const decideClock = (callOut: OpenCallOut, now: Instant): Decision<CallOutEvent> => {
  const idsOf = (dueAt: (invitation: Invitation) => Instant | undefined): string[] =>
    callOut.invitations
      .filter((invitation) => {
        const due = dueAt(invitation);
        return due !== undefined && due <= now;
      })
      .map(({ expert }) => expert.expertId);
  const lapsed = idsOf(lapsesAt);
  const urged = idsOf(urgedAt).filter((id) => !lapsed.includes(id));
  const overdue = idsOf((invitation) => opinionDueAt(callOut, invitation));
  const events: CallOutEvent[] = [];
  if (lapsed.length > 0) events.push({ type: 'invitationsLapsed', expertIds: lapsed, at: now });
  if (urged.length > 0) events.push({ type: 'invitationsUrged', expertIds: urged, by: 'clock', at: now });
  if (overdue.length > 0) events.push({ type: 'opinionsOverdue', expertIds: overdue, at: now });
  return accept(...events);
};
