import type { CallOutEvent, CallOutEventOf } from './call-out-events.ts';
import type { CallOutState, OpenCallOut } from './call-out-state.ts';
import { concerned, endedInvitation, evolveInvitation } from './evolve-invitation.ts';
import { type Invitation, type InvitedExpert, isPending } from './invitation.ts';

const opened = ({ type: _, at, ...said }: CallOutEventOf<'callOutOpened'>): OpenCallOut => ({
  status: 'open',
  ...said,
  openedAt: at,
  invitations: [],
});

/** A second invitation takes the place of the first. */
const withInvited = (callOut: OpenCallOut, { experts, replyBy, at }: CallOutEventOf<'expertsInvited'>): OpenCallOut => {
  const { from, until } = callOut.details.meeting;
  const isAnew = (invitation: Invitation): boolean =>
    experts.some(({ expertId }) => expertId === invitation.expert.expertId);
  const invitationFor = (expert: InvitedExpert): Invitation => ({
    status: 'invited',
    expert,
    invitedAt: at,
    replyBy,
    time: { from, until },
  });
  return {
    ...callOut,
    invitations: [...callOut.invitations.filter((invitation) => !isAnew(invitation)), ...experts.map(invitationFor)],
  };
};

/** @returns the call-out after an event. */
export const evolveCallOut = (callOut: CallOutState | undefined, event: CallOutEvent): CallOutState => {
  if (event.type === 'callOutOpened') return opened(event);
  if (callOut?.status !== 'open') throw new Error(`${event.type} happens to open call-outs only`);
  switch (event.type) {
    case 'expertsInvited':
      return withInvited(callOut, event);
    case 'callOutClosed':
      return { ...callOut, status: 'closed', closedAt: event.at };
    case 'callOutCancelled': {
      const { reason, at } = event;
      const invitations = callOut.invitations.map((invitation) =>
        isPending(invitation) ? endedInvitation(invitation, 'withdrawn', { reason, at }) : invitation,
      );
      return { ...callOut, status: 'cancelled', reason, cancelledAt: at, invitations };
    }
    default: {
      const ids = concerned(event);
      const invitations = callOut.invitations.map((invitation) =>
        ids.includes(invitation.expert.expertId) ? evolveInvitation(invitation, event) : invitation,
      );
      return { ...callOut, invitations };
    }
  }
};
