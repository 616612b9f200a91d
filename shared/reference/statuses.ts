import { INVITATION_STATUSES } from '../domain/call-out/invitation-status.ts';
import { DEPLOYMENT_STATUSES } from '../domain/deployment/deployment-status.ts';
import type { Text } from '../domain/kernel/text.ts';
import { OFFER_STATUSES } from '../domain/offer/offer-status.ts';
import { QUESTION_STATUSES } from '../domain/question/question-status.ts';

/** What each status of each kind of aggregate is called. */
export const STATUS_NAMES: Readonly<Record<string, Text>> = {
  ...INVITATION_STATUSES,
  ...DEPLOYMENT_STATUSES,
  ...OFFER_STATUSES,
  ...QUESTION_STATUSES,
  active: { zh: '在册', en: 'active' },
  retired: { zh: '已注销', en: 'retired' },
  'in-pool': { zh: '在库', en: 'in the pool' },
  left: { zh: '已出库', en: 'no longer in the pool' },
  proposed: { zh: '待签署', en: 'proposed' },
  refused: { zh: '已拒绝', en: 'refused' },
  lapsed: { zh: '逾期失效', en: 'lapsed' },
  signed: { zh: '已签署待生效', en: 'signed, not yet in force' },
  'in-force': { zh: '生效中', en: 'in force' },
  suspended: { zh: '已中止', en: 'suspended' },
  expired: { zh: '已到期', en: 'expired' },
  terminated: { zh: '已终止', en: 'terminated' },
  open: { zh: '处置中', en: 'open' },
  closed: { zh: '已办结', en: 'closed' },
  drafted: { zh: '起草中', en: 'a draft' },
  approved: { zh: '已批准', en: 'approved' },
  placed: { zh: '已发出', en: 'placed' },
  'unable-to-fill': { zh: '无法满足', en: 'unable to fill' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  received: { zh: '已收到', en: 'received' },
  requisitioned: { zh: '已征调', en: 'requisitioned' },
  committed: { zh: '已承诺', en: 'committed' },
  concluded: { zh: '已结束', en: 'concluded' },
  sent: { zh: '已派发', en: 'sent' },
  unanswered: { zh: '无单位承接', en: 'taken by no agency' },
  'under-way': { zh: '办理中', en: 'under way' },
  done: { zh: '已完成', en: 'done' },
  'fed-back': { zh: '已反馈', en: 'fed back' },
  'followed-up': { zh: '已回访', en: 'followed up' },
  'handed-over': { zh: '已转请求', en: 'handed over to a request' },
  archived: { zh: '已归档', en: 'archived' },
};
