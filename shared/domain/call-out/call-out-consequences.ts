import type { ExpertCommand } from '../expert/expert-commands.ts';
import type { IncidentCommand } from '../incident/incident-commands.ts';
import type { Consequence } from '../kernel/aggregate.ts';
import type { MeetingTime } from './call-out-details.ts';
import type { CallOutEvent, CallOutEventOf } from './call-out-events.ts';
import { type CallOutState, invitationOf } from './call-out-state.ts';
import { concerned } from './evolve-invitation.ts';

const onExpert = (id: string, command: ExpertCommand): Consequence => ({ kind: 'expert', id, command });

/** The pool says no if the expert must not advise, has left or has no time then. */
const invited = ({ id, parties }: CallOutState, expertId: string, { from, until }: MeetingTime): Consequence =>
  onExpert(expertId, { type: 'invite', callOutId: id, from, until, parties });

const ended =
  ({ id }: CallOutState) =>
  (expertId: string): Consequence =>
    onExpert(expertId, { type: 'call-out-ended', callOutId: id });

const opinionReceived = (
  { id, incident }: CallOutState,
  expert: { readonly expertId: string; readonly name: string },
  { opinion }: CallOutEventOf<'opinionGiven'>,
): Consequence => {
  const { expertId, name } = expert;
  const { digest, at } = opinion.signature;
  const command: IncidentCommand = { type: 'receive-opinion', callOutId: id, expert: { expertId, name }, digest, at };
  return { kind: 'incident', id: incident.incidentId, command };
};

/** @returns what an event of a call-out brings about for the experts and the incident. */
export const callOutConsequences = (event: CallOutEvent, callOut: CallOutState): readonly Consequence[] => {
  switch (event.type) {
    case 'expertsInvited':
      return event.experts.map(({ expertId }) => invited(callOut, expertId, callOut.details.meeting));
    case 'proposedTimeAccepted': {
      const invitation = invitationOf(callOut, event);
      return invitation ? [invited(callOut, event.expertId, invitation.time)] : [];
    }
    case 'invitationDeclined':
    case 'invitedExpertRecused':
    case 'invitationWithdrawn':
    case 'invitationsLapsed':
      return concerned(event).map(ended(callOut));
    case 'opinionGiven': {
      const invitation = invitationOf(callOut, event);
      return invitation ? [opinionReceived(callOut, invitation.expert, event)] : [];
    }
    case 'serviceAppraised': {
      const appraisal = { ...event.appraisal, callOutId: callOut.id };
      return [onExpert(event.expertId, { type: 'record-appraisal', appraisal })];
    }
    case 'callOutClosed':
    case 'callOutCancelled':
      return callOut.invitations.map(({ expert }) => ended(callOut)(expert.expertId));
    default:
      return [];
  }
};
