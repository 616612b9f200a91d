import { reason } from '../kernel/refusal.ts';

/** Why commands on incidents are refused. */
export const INCIDENT_REFUSALS = {
  unknown: reason('incident-unknown', 'missing', { zh: '本市没有这一事件。', en: 'This city has no such incident.' }),
  exists: reason('incident-exists', 'conflict', {
    zh: '该编号的事件已存在。',
    en: 'There is an incident of this id already.',
  }),
  closed: reason('incident-closed', 'conflict', {
    zh: '事件“{title}”已于{closedAt}结束。',
    en: 'The incident "{title}" was closed at {closedAt}.',
  }),
  sameLevel: reason('response-level-unchanged', 'conflict', {
    zh: '响应级别已是{level}级。',
    en: 'The response level is {level} already.',
  }),
  notYet: reason('incident-in-the-future', 'invalid', {
    zh: '发生时间{occurredAt}尚未到来。',
    en: 'The time of the incident, {occurredAt}, is still to come.',
  }),
} as const;
