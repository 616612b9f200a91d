import { reason } from '../kernel/refusal.ts';

/** Why commands on depots, and on what is to be put into them, are refused. */
export const DEPOT_REFUSALS = {
  unknown: reason('depot-unknown', 'missing', { zh: '本市没有这个仓库。', en: 'This city has no such depot.' }),
  exists: reason('depot-exists', 'conflict', {
    zh: '该编号的仓库已登记。',
    en: 'There is a depot of this id already.',
  }),
  retired: reason('depot-retired', 'conflict', {
    zh: '仓库“{depot}”已撤销登记。',
    en: 'The depot "{depot}" has been retired.',
  }),
} as const;
