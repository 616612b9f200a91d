import { COUNTS } from '../../shared/domain/figures/counters.ts';
import { FIGURE_SUBJECTS, type FigureSubject } from '../../shared/domain/figures/figure-cell.ts';
import type { Text } from '../../shared/domain/kernel/text.ts';
import { RESOURCE_KINDS } from '../../shared/domain/vocabulary/resource-kinds.ts';
import type { FigureItem } from '../../shared/http/views/figures.ts';
import { COUNT_NAMES, DERIVED_MEASURES } from '../../shared/reference/figure-measures.ts';
import type { WrittenSheet } from '../../shared/spreadsheet/write-sheet.ts';

type Figures = FigureItem['figures'];

const kindNames: Readonly<Record<string, Text>> = RESOURCE_KINDS;

const labelOf = ({ subject, kind, month, name }: FigureItem): readonly string[] => {
  const key = subject ?? kind ?? month ?? '';
  return [key, name?.zh ?? kindNames[key]?.zh ?? ''];
};

const cellsOf = (figures: Figures): readonly string[] => [
  ...COUNTS.map((count) => String(figures[count])),
  ...DERIVED_MEASURES.map(({ of }) => of(figures)?.toString() ?? ''),
];

/** @returns figures as a table, with their sum in the last row. */
export const figureSheet = (of: FigureSubject, items: readonly FigureItem[], total: Figures): WrittenSheet => ({
  name: FIGURE_SUBJECTS[of].zh,
  header: [
    '代码',
    '名称',
    ...COUNTS.map((count) => COUNT_NAMES[count].zh),
    ...DERIVED_MEASURES.map(({ name }) => name.zh),
  ],
  rows: [...items.map((item) => [...labelOf(item), ...cellsOf(item.figures)]), ['合计', '', ...cellsOf(total)]],
});
