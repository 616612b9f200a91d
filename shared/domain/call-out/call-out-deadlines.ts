import type { CityRules } from '../deadline/city-rules.ts';
import type { OpenDeadline } from '../deadline/open-deadline.ts';
import { waiting } from '../deadline/waiting.ts';
import { type Instant, latest } from '../kernel/instant.ts';
import { opinionDue } from './call-out-clock.ts';
import type { CallOutState, OpenCallOut } from './call-out-state.ts';
import { type Invitation, isPending } from './invitation.ts';

const DUTY_ROOM = { who: 'duty-room' } as const;

/** What one invitation waits for; of whom, the board knows by the id: names stay out of what is said. */
const ofInvitation = (callOut: OpenCallOut, invitation: Invitation, rules: CityRules): readonly OpenDeadline[] => {
  const { expertId } = invitation.expert;
  const { title } = callOut.incident;
  const expert = { who: 'expert', expertId } as const;
  switch (invitation.status) {
    case 'invited':
      return waiting(rules, {
        handOff: 'call-out',
        key: expertId,
        since: invitation.invitedAt,
        due: invitation.replyBy,
        waitsFor: expert,
        what: { zh: `专家答复“${title}”的咨询邀请`, en: `Answer of an expert to the call-out for "${title}"` },
      });
    case 'time-proposed':
      return waiting(rules, {
        handOff: 'call-out',
        key: expertId,
        since: invitation.proposal.at,
        due: invitation.proposal.time.from,
        waitsFor: DUTY_ROOM,
        what: {
          zh: `答复专家为“${title}”咨询另提的时间`,
          en: `Answer to the time that an expert proposes for the call-out for "${title}"`,
        },
      });
    case 'accepted':
      return waiting(rules, {
        handOff: 'opinion',
        key: expertId,
        since: invitation.acceptedAt,
        due: opinionDue(callOut, invitation),
        waitsFor: expert,
        what: { zh: `专家出具“${title}”的书面意见`, en: `Written opinion of an expert on "${title}"` },
      });
    default:
      return [];
  }
};

/** When the last word of an invitation was said. */
const settledAt = (invitation: Invitation): Instant =>
  invitation.status === 'opinion-given'
    ? invitation.opinion.signature.at
    : 'at' in invitation
      ? invitation.at
      : invitation.invitedAt;

/** Once nobody has anything left to say, the duty room closes the call-out, or asks others when there is no opinion. */
const ofDutyRoom = ({ invitations, openedAt, incident: { title } }: OpenCallOut, rules: CityRules) => {
  if (invitations.some(isPending)) return [];
  const since = latest(openedAt, ...invitations.map(settledAt)) ?? openedAt;
  const isAdvised = invitations.some(({ status }) => status === 'opinion-given');
  return isAdvised
    ? waiting(rules, {
        handOff: 'archive',
        since,
        waitsFor: DUTY_ROOM,
        what: { zh: `办结“${title}”的专家咨询`, en: `Closing of the call-out for "${title}"` },
      })
    : waiting(rules, {
        handOff: 'call-out',
        since,
        waitsFor: DUTY_ROOM,
        what: {
          zh: `为“${title}”另请专家，或办结咨询`,
          en: `Invitation of other experts for "${title}", or closing of the call-out`,
        },
      });
};

/** @returns what a call-out waits for: answers and opinions of experts, then the duty room. */
export const callOutDeadlines = (callOut: CallOutState, rules: CityRules): readonly OpenDeadline[] =>
  callOut.status === 'open'
    ? [
        ...callOut.invitations.flatMap((invitation) => ofInvitation(callOut, invitation, rules)),
        ...ofDutyRoom(callOut, rules),
      ]
    : [];
