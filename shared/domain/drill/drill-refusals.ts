import { reason } from '../kernel/refusal.ts';

/** Why commands on drills are refused. */
export const DRILL_REFUSALS = {
  unknown: reason('drill-unknown', 'missing', { zh: '本市没有该演练。', en: 'This city has no such drill.' }),
  exists: reason('drill-exists', 'conflict', {
    zh: '该编号的演练已存在。',
    en: 'There is a drill of this id already.',
  }),
  wrongStatus: reason('drill-wrong-status', 'conflict', {
    zh: '演练{status}，不能如此操作。',
    en: 'That cannot be done to a drill that is {status}.',
  }),
  notParty: reason('drill-not-party', 'forbidden', {
    zh: '{from}不是该演练的主办城市。',
    en: '{from} does not host this drill.',
  }),
  participantTwice: reason('drill-participant-twice', 'invalid', {
    zh: '同一伙伴城市只写一次。',
    en: 'Name each partner once.',
  }),
  notAnExercise: reason('drill-incident-not-exercise', 'invalid', {
    zh: '只有演练事件可以归入演练。',
    en: 'Only incidents of exercises belong to a drill.',
  }),
  unknownInject: reason('drill-inject-unknown', 'missing', {
    zh: '演练中没有该投送，或尚未投送。',
    en: 'The drill has no such inject, or it has not been given yet.',
  }),
  injectNotDue: reason('drill-inject-not-due', 'conflict', {
    zh: '该投送已投送，或尚未到时间。',
    en: 'The inject has been given already, or its time has not come.',
  }),
  handledAlready: reason('drill-inject-handled', 'conflict', {
    zh: '该投送已处置。',
    en: 'The inject has been handled already.',
  }),
  notOver: reason('drill-not-over', 'conflict', {
    zh: '演练结束后方可清除其数据。',
    en: 'The data of a drill can be removed once it is over.',
  }),
  nothingPlanned: reason('drill-removal-not-ordered', 'conflict', {
    zh: '没有待清除的数据。',
    en: 'No removal is under way.',
  }),
} as const;
