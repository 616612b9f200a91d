import type { NoticeDraft } from '../kernel/aggregate.ts';
import { routine, urgent } from '../kernel/notice.ts';
import type { Text } from '../kernel/text.ts';
import { yuan } from '../vocabulary/costs.ts';
import type { CallOutEvent } from './call-out-events.ts';
import type { CallOutState } from './call-out-state.ts';
import { concerned, type InvitationEvent } from './evolve-invitation.ts';

type Said = Text & { readonly urgency: NoticeDraft['urgency'] };

/** What is said of the experts that an event concerns, or nothing. */
const saidOf = (event: InvitationEvent): Said | undefined => {
  switch (event.type) {
    case 'invitationsLapsed':
      return {
        urgency: 'urgent',
        zh: '逾期未达成，邀请已失效。',
        en: 'has let the time to answer pass; the invitation has lapsed.',
      };
    case 'invitationAccepted':
      return { urgency: 'routine', zh: '接受邀请。', en: 'accepts the invitation.' };
    case 'invitationDeclined':
      return { urgency: 'urgent', zh: `谢绝：${event.reason}`, en: `declines: ${event.reason}` };
    case 'invitedExpertRecused':
      return { urgency: 'urgent', zh: `申请回避：${event.reason}`, en: `is recused: ${event.reason}` };
    case 'timeProposed':
      return {
        urgency: 'urgent',
        zh: `建议改为${event.proposal.time.from}：${event.proposal.reason}`,
        en: `proposes ${event.proposal.time.from} instead: ${event.proposal.reason}`,
      };
    case 'opinionGiven':
      return { urgency: 'urgent', zh: '已出具并签署书面意见。', en: 'has given and signed a written opinion.' };
    case 'feeClaimed': {
      const amount = yuan(event.claim.amount);
      return {
        urgency: 'routine',
        zh: `申报费用${amount}元，请确认。`,
        en: `claims a fee of CNY ${amount}; confirm it.`,
      };
    }
    default:
      return undefined;
  }
};

const QUIET: ReadonlySet<CallOutEvent['type']> = new Set([
  'callOutOpened',
  'expertsInvited',
  'callOutClosed',
  'callOutCancelled',
]);
const isAboutInvitations = (event: CallOutEvent): event is InvitationEvent => !QUIET.has(event.type);

/** @returns what the duty room is told of an event: a notice for each expert it concerns. */
export const callOutNotices = (event: CallOutEvent, callOut: CallOutState): readonly NoticeDraft[] => {
  const said = isAboutInvitations(event) ? saidOf(event) : undefined;
  if (!said || !isAboutInvitations(event)) return [];
  const { title } = callOut.incident;
  const tell = said.urgency === 'urgent' ? urgent : routine;
  return callOut.invitations
    .filter(({ expert }) => concerned(event).includes(expert.expertId))
    .map(({ expert: { name } }) =>
      tell(`“${title}”专家咨询：${name}${said.zh}`, `Call-out for "${title}": ${name} ${said.en}`),
    );
};
