import { wordBook } from '../i18n/language.ts';

/** What is said of duty rosters only. */
export const ROSTER = wordBook('roster', {
  now: { zh: '此刻在班', en: 'On duty now' },
  nobody: { zh: '此刻没有排班', en: 'Nobody is planned to be on duty now' },
  line: { zh: '值班电话', en: 'Duty telephone' },
  shift: { zh: '班次', en: 'Shift' },
  lead: { zh: '带班领导', en: 'Lead' },
  'on-duty': { zh: '值班人员', en: 'On duty' },
  escalation: { zh: '后续联系', en: 'Next in order' },
  ring: { zh: '联系顺序', en: 'Whom to ring, in order' },
  handover: { zh: '交接', en: 'Handover' },
  'handover.done': { zh: '{{from}} 交 {{to}}', en: '{{from}} to {{to}}' },
  'handover.none': { zh: '尚未交接', en: 'not handed over yet' },
  week: { zh: '一周值班', en: 'The week' },
  'week.before': { zh: '上一周', en: 'Week before' },
  'week.this': { zh: '本周', en: 'This week' },
  'week.after': { zh: '下一周', en: 'Week after' },
  'day.none': { zh: '没有排班', en: 'nobody planned' },
  'shift.empty': { zh: '人员待定', en: 'people to be settled' },
  'shift.goes-on': { zh: '{{people}} 值至 {{until}}', en: '{{people}} until {{until}}' },
  'shift.now': { zh: '当班', en: 'now' },
  gap: { zh: '自{{at}}起无人值班', en: 'Nobody is on duty from {{at}} on' },
  lines: { zh: '联系电话', en: 'Telephones' },
});
