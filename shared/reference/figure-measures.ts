import type { Count } from '../domain/figures/counters.ts';
import type { Text } from '../domain/kernel/text.ts';
import type { Figures } from '../http/views/figures.ts';

/** What is counted, as people call it; of agencies, tasks are counted where cities count teams. */
export const COUNT_NAMES: Readonly<Record<Count, Text>> = {
  asked: { zh: '需求数', en: 'Asked for' },
  promised: { zh: '承诺数', en: 'Promised' },
  filled: { zh: '到位数', en: 'There for good' },
  placed: { zh: '请求项次', en: 'Items placed' },
  answered: { zh: '已答复', en: 'Answered' },
  answeredInTime: { zh: '按时答复', en: 'Answered in time' },
  unanswered: { zh: '逾期未答复', en: 'Unanswered' },
  declined: { zh: '谢绝', en: 'Declined' },
  missions: { zh: '任务次数', en: 'Missions' },
  arrived: { zh: '已到达（完成）', en: 'Arrived or done' },
  arrivedInTime: { zh: '按时到达（完成）', en: 'In time' },
  calledOff: { zh: '取消', en: 'Called off' },
  out: { zh: '在外', en: 'Out now' },
  minutesOut: { zh: '在外分钟数', en: 'Minutes out' },
  open: { zh: '在办', en: 'Open' },
  missed: { zh: '超时次数', en: 'Clocks missed' },
};

/** Something that follows from counts: a share between nought and one, or minutes. */
export interface DerivedMeasure {
  readonly name: Text;
  readonly unit: 'share' | 'minutes';
  readonly of: (figures: Figures) => number | undefined;
}

/** What follows from the counts, in the order in which tables and charts show it. */
export const DERIVED_MEASURES: readonly DerivedMeasure[] = [
  { name: { zh: '满足率', en: 'Fill rate' }, unit: 'share', of: ({ fillRate }) => fillRate },
  {
    name: { zh: '按时答复率', en: 'Answered in time' },
    unit: 'share',
    of: ({ repliedInTimeRate }) => repliedInTimeRate,
  },
  {
    name: { zh: '按时到达率', en: 'Arrived in time' },
    unit: 'share',
    of: ({ arrivedInTimeRate }) => arrivedInTimeRate,
  },
  {
    name: { zh: '答复中位数（分钟内）', en: 'Half replied within, min' },
    unit: 'minutes',
    of: ({ reply }) => reply?.medianMinutes,
  },
  {
    name: { zh: '九成答复（分钟内）', en: '90% replied within, min' },
    unit: 'minutes',
    of: ({ reply }) => reply?.ninetyPercentMinutes,
  },
  {
    name: { zh: '到达中位数（分钟内）', en: 'Half arrived within, min' },
    unit: 'minutes',
    of: ({ arrival }) => arrival?.medianMinutes,
  },
  {
    name: { zh: '九成到达（分钟内）', en: '90% arrived within, min' },
    unit: 'minutes',
    of: ({ arrival }) => arrival?.ninetyPercentMinutes,
  },
  {
    name: { zh: '晚到中位数（分钟内）', en: 'Half late by at most, min' },
    unit: 'minutes',
    of: ({ delay }) => delay?.medianMinutes,
  },
];
