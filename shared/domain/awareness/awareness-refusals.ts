import { reason } from '../kernel/refusal.ts';

/** Why commands on awareness notices are refused. */
export const AWARENESS_REFUSALS = {
  unknown: reason('awareness-unknown', 'missing', {
    zh: '没有这份预警告知。',
    en: 'There is no such awareness notice.',
  }),
  exists: reason('awareness-exists', 'conflict', {
    zh: '该编号的预警告知已存在。',
    en: 'There is an awareness notice of this id already.',
  }),
  notParty: reason('not-party-to-awareness', 'forbidden', {
    zh: '城市{city}不是这份预警告知的对方。',
    en: 'The city {city} is not the other side of this awareness notice.',
  }),
  wrongSide: reason('wrong-side-of-awareness', 'conflict', {
    zh: '只有发出告知的城市{city}可以解除。',
    en: 'Only the city {city}, which gave the notice, can stand it down.',
  }),
} as const;
