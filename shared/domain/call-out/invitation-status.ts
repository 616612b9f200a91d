import * as z from 'zod';
import type { Text } from '../kernel/text.ts';
import type { InvitationStatus } from './invitation.ts';

/** Every status of an invitation, with what people read. */
export const INVITATION_STATUSES = {
  invited: { zh: '待答复', en: 'invited' },
  'time-proposed': { zh: '另提时间', en: 'proposed another time' },
  accepted: { zh: '已接受', en: 'accepted' },
  'opinion-given': { zh: '已出具意见', en: 'opinion given' },
  declined: { zh: '已谢绝', en: 'declined' },
  recused: { zh: '已回避', en: 'recused' },
  lapsed: { zh: '逾期失效', en: 'lapsed' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
} as const satisfies Record<InvitationStatus, Text>;
export const InvitationStatusSchema = z
  .enum(Object.keys(INVITATION_STATUSES) as [InvitationStatus, ...InvitationStatus[]])
  .meta({ id: 'InvitationStatus' });
