import { reason } from '../kernel/refusal.ts';

/** Why commands on experts are refused. */
export const EXPERT_REFUSALS = {
  unknown: reason('expert-unknown', 'missing', { zh: '本市没有这位专家。', en: 'This city has no such expert.' }),
  exists: reason('expert-exists', 'conflict', {
    zh: '该编号的专家已在库。',
    en: 'There is an expert of this id already.',
  }),
  left: reason('expert-left', 'conflict', {
    zh: '专家“{expert}”已于{at}出库。',
    en: 'The expert "{expert}" left the pool at {at}.',
  }),
  termOver: reason('expert-term-over', 'invalid', {
    zh: '聘期结束时间{until}已过。',
    en: 'The term would have ended at {until} already.',
  }),
  termNotLonger: reason('expert-term-not-longer', 'invalid', {
    zh: '续聘须至原聘期{until}之后。',
    en: 'A renewal must reach beyond the present term, which ends at {until}.',
  }),
  outsideTerm: reason('expert-outside-term', 'conflict', {
    zh: '专家“{expert}”的聘期为{from}至{until}，不含所需时间。',
    en: 'The expert "{expert}" is appointed from {from} until {until}, which does not cover the time wanted.',
  }),
  notAvailable: reason('expert-not-available', 'conflict', {
    zh: '专家“{expert}”自{from}至{until}不可用：{reason}',
    en: 'The expert "{expert}" is not available from {from} until {until}: {reason}',
  }),
  recused: reason('expert-recused', 'conflict', {
    zh: '专家“{expert}”须回避：与“{party}”有利害关系（{reason}）。',
    en: 'The expert "{expert}" must not advise: there is a conflict with "{party}" ({reason}).',
  }),
  employerConcerned: reason('expert-employer-concerned', 'conflict', {
    zh: '专家“{expert}”须回避：任职于当事单位“{party}”。',
    en: 'The expert "{expert}" must not advise: "{party}", which is concerned, employs them.',
  }),
  calledOut: reason('expert-called-out', 'conflict', {
    zh: '专家“{expert}”还有{count}次未结束的咨询，请先办结。',
    en: 'The expert "{expert}" has call-outs that have not ended ({count}); bring them to their end first.',
  }),
  leavingPast: reason('expert-leaving-past', 'invalid', {
    zh: '出库日期不得早于当前时间{now}。',
    en: 'The day of leaving must not be before now, {now}.',
  }),
  leavingAfterTerm: reason('expert-leaving-after-term', 'invalid', {
    zh: '聘期于{until}结束，届时专家自动出库。',
    en: 'The term ends at {until}, and the expert leaves then in any case.',
  }),
  notOneself: reason('not-the-expert', 'forbidden', {
    zh: '专家只能查看和更改本人的信息。',
    en: 'An expert may see and change the own entry only.',
  }),
  contactNotNeeded: reason('expert-contact-not-needed', 'forbidden', {
    zh: '只有值班员，或该专家有未结束的咨询时，才能查看联系方式。',
    en: 'Only duty officers may see how to reach an expert who has no open call-out.',
  }),
} as const;
