import { COUNTS, type Count } from '../../shared/domain/figures/counters.ts';
import { FIGURE_SUBJECTS, type FigureSubject } from '../../shared/domain/figures/figure-cell.ts';
import type { Text } from '../../shared/domain/kernel/text.ts';
import { RESOURCE_KINDS } from '../../shared/domain/vocabulary/resource-kinds.ts';
import type { FigureItem } from '../../shared/http/views/figures.ts';
import type { WrittenSheet } from '../../shared/spreadsheet/write-sheet.ts';

const COUNT_NAMES: Readonly<Record<Count, string>> = {
  asked: '需求数',
  promised: '承诺数',
  filled: '到位数',
  placed: '请求项次',
  answered: '已答复',
  answeredInTime: '按时答复',
  unanswered: '逾期未答复',
  declined: '谢绝',
  missions: '任务次数',
  arrived: '已到达（完成）',
  arrivedInTime: '按时到达（完成）',
  calledOff: '取消',
  out: '在外',
  minutesOut: '在外分钟数',
  open: '在办',
  missed: '超时次数',
};

type Figures = FigureItem['figures'];

const RATES: readonly (readonly [name: string, of: (figures: Figures) => number | undefined])[] = [
  ['满足率', ({ fillRate }) => fillRate],
  ['按时答复率', ({ repliedInTimeRate }) => repliedInTimeRate],
  ['按时到达率', ({ arrivedInTimeRate }) => arrivedInTimeRate],
  ['答复中位数（分钟内）', ({ reply }) => reply?.medianMinutes],
  ['九成答复（分钟内）', ({ reply }) => reply?.ninetyPercentMinutes],
  ['到达中位数（分钟内）', ({ arrival }) => arrival?.medianMinutes],
  ['九成到达（分钟内）', ({ arrival }) => arrival?.ninetyPercentMinutes],
  ['晚到中位数（分钟内）', ({ delay }) => delay?.medianMinutes],
];

const kindNames: Readonly<Record<string, Text>> = RESOURCE_KINDS;

const labelOf = ({ subject, kind, month, name }: FigureItem): readonly string[] => {
  const key = subject ?? kind ?? month ?? '';
  return [key, name?.zh ?? kindNames[key]?.zh ?? ''];
};

const cellsOf = (figures: Figures): readonly string[] => [
  ...COUNTS.map((count) => String(figures[count])),
  ...RATES.map(([, of]) => of(figures)?.toString() ?? ''),
];

/** @returns figures as a table, with their sum in the last row. */
export const figureSheet = (of: FigureSubject, items: readonly FigureItem[], total: Figures): WrittenSheet => ({
  name: FIGURE_SUBJECTS[of].zh,
  header: ['代码', '名称', ...COUNTS.map((count) => COUNT_NAMES[count]), ...RATES.map(([name]) => name)],
  rows: [...items.map((item) => [...labelOf(item), ...cellsOf(item.figures)]), ['合计', '', ...cellsOf(total)]],
});
