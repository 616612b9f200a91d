import { reason } from '../kernel/refusal.ts';

/** Why commands on tasks are refused. */
export const TASK_REFUSALS = {
  unknown: reason('task-unknown', 'missing', { zh: '没有这项任务。', en: 'There is no such task.' }),
  exists: reason('task-exists', 'conflict', { zh: '该编号的任务已存在。', en: 'There is a task of this id already.' }),
  wrongStatus: reason('task-status', 'conflict', {
    zh: '任务当前状态为“{status}”，不能进行此操作。',
    en: 'The task is {status}; this cannot be done now.',
  }),
  unknownItem: reason('request-item-unknown', 'missing', {
    zh: '请求中没有这一项。',
    en: 'The request has no such item.',
  }),
  neededInThePast: reason('task-needed-in-the-past', 'invalid', {
    zh: '完成时限{neededBy}已过。',
    en: 'The time by which it is needed, {neededBy}, has passed.',
  }),
  replyInThePast: reason('task-reply-in-the-past', 'invalid', {
    zh: '答复时限{replyBy}已过。',
    en: 'The time by which to answer, {replyBy}, has passed.',
  }),
  alreadyAsked: reason('agency-already-asked', 'conflict', {
    zh: '联动单位“{agency}”已有这项任务，尚未答复或正在办理。',
    en: 'The agency "{agency}" has this task already, to be answered or under way.',
  }),
  tooManyOffers: reason('task-too-many-agencies', 'conflict', {
    zh: '一项任务最多派给{maximum}家次。',
    en: 'A task is put to agencies {maximum} times at most.',
  }),
  taken: reason('task-taken', 'conflict', {
    zh: '任务已由其他单位接受。',
    en: 'Another agency has accepted the task.',
  }),
  overdue: reason('task-offer-overdue', 'conflict', {
    zh: '答复时限{replyBy}已过。',
    en: 'The time to answer, {replyBy}, has passed.',
  }),
  answered: reason('task-offer-answered', 'conflict', {
    zh: '本单位已不能就这项任务作此答复。',
    en: 'This agency can no longer answer this task in this way.',
  }),
  notHolder: reason('task-not-held', 'conflict', {
    zh: '任务不由本单位办理。',
    en: 'This agency is not the one that carries the task out.',
  }),
  noCounterProposal: reason('task-no-counter-proposal', 'conflict', {
    zh: '该单位没有待答复的变更建议。',
    en: 'That agency has no counter-proposal to answer.',
  }),
  sameProposal: reason('task-counter-proposal-same', 'invalid', {
    zh: '变更建议与任务要求相同。',
    en: 'The counter-proposal says the same as the task.',
  }),
  alreadySupervised: reason('task-already-supervised', 'conflict', {
    zh: '任务自{since}起已在督办。',
    en: 'The task has been under supervision since {since}.',
  }),
  otherIncident: reason('task-of-another-incident', 'conflict', {
    zh: '该请求不属于同一事件。',
    en: 'That request is not for the same incident.',
  }),
  requestOver: reason('task-request-over', 'conflict', {
    zh: '该请求已结束，状态为“{status}”。',
    en: 'That request is {status}.',
  }),
  linkUnknown: reason('task-link-unknown', 'missing', { zh: '没有这个链接。', en: 'There is no such link.' }),
  linkNotLive: reason('task-link-not-live', 'forbidden', {
    zh: '链接已失效、已撤销，或尚未在本机登录。',
    en: 'The link has expired, was revoked, or has not signed this phone in.',
  }),
  linkBound: reason('task-link-used', 'forbidden', {
    zh: '链接已在另一部手机上使用。',
    en: 'The link has been used on another phone.',
  }),
  linkTime: reason('task-link-time', 'invalid', {
    zh: '链接有效期须在现在之后、七天之内。',
    en: 'A link expires after now and within seven days.',
  }),
  tooManyLinks: reason('task-too-many-links', 'conflict', {
    zh: '一项任务最多同时有{maximum}个有效链接。',
    en: 'A task has {maximum} links at a time at most.',
  }),
} as const;
