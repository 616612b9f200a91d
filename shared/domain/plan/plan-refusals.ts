import { reason } from '../kernel/refusal.ts';

/** Why commands on plans, and requests from them, are refused. */
export const PLAN_REFUSALS = {
  unknown: reason('plan-unknown', 'missing', { zh: '本市没有这份预案。', en: 'This city has no such plan on file.' }),
  exists: reason('plan-exists', 'conflict', { zh: '该编号的预案已备案。', en: 'There is a plan of this id already.' }),
  retired: reason('plan-retired', 'conflict', {
    zh: '预案“{plan}”已废止。',
    en: 'The plan "{plan}" has been retired.',
  }),
  notInForce: reason('plan-not-in-force', 'conflict', {
    zh: '预案“{plan}”自{validFrom}起有效，现不在有效期内。',
    en: 'The plan "{plan}" is valid from {validFrom}, and not now.',
  }),
  noTemplate: reason('plan-without-template', 'conflict', {
    zh: '预案“{plan}”没有请求模板。',
    en: 'The plan "{plan}" carries no template of a request.',
  }),
  notTheirs: reason('not-the-persons-plan', 'forbidden', {
    zh: '单位人员只能查看和更改本单位的预案。',
    en: "People of an agency see and change their own agency's plans only.",
  }),
  agencyStays: reason('plan-agency-kept-by-city', 'forbidden', {
    zh: '预案所属单位须由本市值班室更改。',
    en: "Whose plan it is, is changed by the city's duty room.",
  }),
} as const;
