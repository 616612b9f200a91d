import { reason } from '../kernel/refusal.ts';

/** Why commands on call-outs are refused. */
export const CALL_OUT_REFUSALS = {
  unknown: reason('call-out-unknown', 'missing', {
    zh: '本市没有这次专家咨询。',
    en: 'This city has no such call-out.',
  }),
  exists: reason('call-out-exists', 'conflict', {
    zh: '该编号的专家咨询已存在。',
    en: 'There is a call-out of this id already.',
  }),
  notOpen: reason('call-out-not-open', 'conflict', {
    zh: '该专家咨询{status}。',
    en: 'The call-out is {status}.',
  }),
  noSuchRequest: reason('call-out-request-unknown', 'invalid', {
    zh: '该事件没有这一请求。',
    en: 'The incident has no such request.',
  }),
  deadlinePast: reason('call-out-deadline-past', 'invalid', {
    zh: '答复时限{replyBy}已过。',
    en: 'The time to answer, {replyBy}, has passed already.',
  }),
  meetingPast: reason('meeting-past', 'invalid', {
    zh: '所定时间{until}已过。',
    en: 'The time wanted, {until}, has passed already.',
  }),
  noSuchExpert: reason('invited-expert-unknown', 'invalid', {
    zh: '本市没有这位专家。',
    en: 'This city has no such expert.',
  }),
  invitedAlready: reason('expert-invited-already', 'conflict', {
    zh: '专家“{expert}”已受邀，状态：{status}。',
    en: 'The expert "{expert}" has been invited already: {status}.',
  }),
  samePerson: reason('expert-same-person', 'conflict', {
    zh: '专家“{expert}”与另一位受邀专家使用同一登录身份，请先更正专家库。',
    en: 'The expert "{expert}" signs in as the same person as another invited expert; correct the pool first.',
  }),
  tooMany: reason('too-many-experts', 'invalid', {
    zh: '一次咨询最多邀请{maximum}位专家。',
    en: 'A call-out invites at most {maximum} experts.',
  }),
  notInvited: reason('expert-not-invited', 'missing', {
    zh: '这次咨询没有邀请该专家。',
    en: 'The expert is not invited to this call-out.',
  }),
  invitationStands: reason('invitation-not-so', 'conflict', {
    zh: '该邀请的状态为“{status}”，不能进行此操作。',
    en: 'This cannot be done with an invitation that is: {status}.',
  }),
  tooLate: reason('invitation-too-late', 'conflict', {
    zh: '答复时限{replyBy}已过，请与值班室联系。',
    en: 'The time to answer ended at {replyBy}; get in touch with the duty room.',
  }),
  nobodyToUrge: reason('nobody-to-urge', 'conflict', {
    zh: '没有尚未答复的专家。',
    en: 'There is no expert who still has to answer.',
  }),
  claimedAlready: reason('fee-claimed-already', 'conflict', {
    zh: '费用已申报。',
    en: 'The fee has been claimed already.',
  }),
  notClaimed: reason('fee-not-claimed', 'conflict', { zh: '费用尚未申报。', en: 'No fee has been claimed.' }),
  confirmedAlready: reason('fee-confirmed-already', 'conflict', {
    zh: '费用已确认。',
    en: 'The fee has been confirmed already.',
  }),
  moreThanClaimed: reason('fee-more-than-claimed', 'invalid', {
    zh: '确认金额不得超过申报的{claimed}元。',
    en: 'No more can be confirmed than was claimed: CNY {claimed}.',
  }),
  lessNeedsReason: reason('fee-less-needs-reason', 'invalid', {
    zh: '确认金额低于申报的{claimed}元时须说明理由。',
    en: 'Say why less is confirmed than the CNY {claimed} that were claimed.',
  }),
  appraisedAlready: reason('expert-appraised-already', 'conflict', {
    zh: '该专家已评价。',
    en: 'The expert has been appraised already.',
  }),
  unsettled: reason('call-out-unsettled', 'conflict', {
    zh: '专家“{expert}”的邀请尚未了结（{status}）。',
    en: 'The invitation of the expert "{expert}" is not settled: {status}.',
  }),
  feeOpen: reason('call-out-fee-open', 'conflict', {
    zh: '专家“{expert}”的费用尚未确认。',
    en: 'The fee of the expert "{expert}" has not been confirmed.',
  }),
  notAppraised: reason('call-out-not-appraised', 'conflict', {
    zh: '专家“{expert}”尚未评价。',
    en: 'The expert "{expert}" has not been appraised.',
  }),
} as const;
