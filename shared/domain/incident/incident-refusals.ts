import { type Refusal, reason } from '../kernel/refusal.ts';
import { type IncidentState, isGoingOn } from './incident-state.ts';

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
  wrongStatus: reason('incident-status', 'conflict', {
    zh: '事件“{title}”当前为{status}，不能这样办理。',
    en: 'The incident "{title}" is {status}; that cannot be done with it.',
  }),
  notVerified: reason('incident-not-verified', 'conflict', {
    zh: '事件“{title}”尚未核实。',
    en: 'The incident "{title}" has not been verified.',
  }),
  sameLevel: reason('response-level-unchanged', 'conflict', {
    zh: '响应级别已是{level}级。',
    en: 'The response level is {level} already.',
  }),
  notYet: reason('incident-in-the-future', 'invalid', {
    zh: '发生时间{occurredAt}尚未到来。',
    en: 'The time of the incident, {occurredAt}, is still to come.',
  }),
  announcedInTheFuture: reason('announcement-in-the-future', 'invalid', {
    zh: '发布时间{announcedAt}尚未到来。',
    en: 'The announcement at {announcedAt} is still to come.',
  }),
  sameCommander: reason('commander-unchanged', 'conflict', {
    zh: '{name}已在指挥。',
    en: '{name} is in command already.',
  }),
  duplicateOfWhat: reason('duplicate-of-what', 'invalid', {
    zh: '判为重复须写明与哪一事件重复。',
    en: 'A duplicate must name the incident that it is a duplicate of.',
  }),
  otherUnknown: reason('other-incident-unknown', 'invalid', {
    zh: '没有这一事件：本市未登记，伙伴也未通报。',
    en: 'There is no such incident, neither of this city nor told of by a partner.',
  }),
  itself: reason('incident-itself', 'invalid', {
    zh: '事件不能与自身关联。',
    en: 'An incident cannot be related to itself.',
  }),
  otherDismissed: reason('other-incident-dismissed', 'conflict', {
    zh: '“{title}”已判为不实或重复。',
    en: '"{title}" was dismissed.',
  }),
  drillAndReal: reason('drill-and-real', 'conflict', {
    zh: '演练与实战不得关联：“{title}”。',
    en: 'A drill and the real thing have nothing to do with one another: "{title}".',
  }),
  twoParents: reason('two-parent-incidents', 'invalid', {
    zh: '一个事件只能有一个上级事件。',
    en: 'An incident has one parent at most.',
  }),
  relatedTwice: reason('incident-related-twice', 'invalid', {
    zh: '同一事件只能写一次。',
    en: 'Each other incident may be named once.',
  }),
  planUnknown: reason('linked-plan-unknown', 'invalid', { zh: '没有这一预案。', en: 'There is no such plan.' }),
  planRetired: reason('linked-plan-retired', 'conflict', {
    zh: '预案“{plan}”已停用。',
    en: 'The plan "{plan}" is no longer kept.',
  }),
  warningUnknown: reason('linked-warning-unknown', 'invalid', {
    zh: '没有这一预警。',
    en: 'There is no such warning.',
  }),
  shared: reason('incident-shared-already', 'conflict', {
    zh: '该事件已通报{city}。',
    en: '{city} is told of this incident already.',
  }),
  ordersFull: reason('incident-orders-full', 'conflict', {
    zh: '该事件已并入{maximum}件工单。',
    en: 'The incident has gathered {maximum} work orders; more cannot be attached.',
  }),
} as const;

/** @returns why nobody can be called to an incident any more; `undefined` while it is going on. */
export const overRefusal = (incident: IncidentState, pointer?: string): Refusal | undefined => {
  if (isGoingOn(incident)) return undefined;
  const { status, details } = incident;
  const at = pointer === undefined ? {} : { pointer };
  return status === 'closed'
    ? {
        reason: INCIDENT_REFUSALS.closed,
        parameters: { title: details.title, closedAt: incident.closure.at },
        ...at,
      }
    : { reason: INCIDENT_REFUSALS.wrongStatus, parameters: { title: details.title, status }, ...at };
};
