import type { FigureRow } from '../../shared/data/figures/figure-rows.ts';
import { HAND_OFFS } from '../../shared/domain/deadline/hand-off.ts';
import { added, type Counters } from '../../shared/domain/figures/counters.ts';
import { type FigureSubject, groupedBy } from '../../shared/domain/figures/figure-cell.ts';
import type { Text } from '../../shared/domain/kernel/text.ts';
import { WORK_ORDER_STEPS } from '../../shared/domain/request/work-order-step.ts';
import type { FiguresQuery } from '../../shared/http/routes/figures.ts';
import { type FigureItem, figuresView } from '../../shared/http/views/figures.ts';
import { cityName } from '../../shared/reference/cities.ts';

const sum = (rows: readonly FigureRow[]): Counters =>
  rows.reduce<Counters>((all, { counters }) => added(all, counters as Counters), {});

const among = (texts: Readonly<Record<string, Text>>, subject: string): Text | undefined => texts[subject];

/** @returns what people call a subject. */
const nameOf = (of: FigureSubject, subject: string, rows: readonly FigureRow[]): Text | undefined => {
  if (of === 'city' || of === 'partner' || of === 'helped') return cityName(subject);
  if (of === 'hand-off') return among(HAND_OFFS, subject);
  if (of === 'step') return among(WORK_ORDER_STEPS, subject);
  const name = rows.findLast((row) => row.name !== undefined)?.name;
  return name === undefined ? undefined : { zh: name, en: name };
};

/** @returns the rows added up, a line for each subject, kind or month, in their order; and all of them. */
export const figureItems = (
  rows: readonly FigureRow[],
  { of, by }: Pick<FiguresQuery, 'of' | 'by'>,
): { readonly items: FigureItem[]; readonly total: FigureItem['figures'] } => {
  const groups = [...groupedBy(rows, ({ cell }) => cell[by])].toSorted(([left], [right]) => (left < right ? -1 : 1));
  const items = groups.map(([key, some]): FigureItem => {
    const name = by === 'subject' ? nameOf(of, key, some) : undefined;
    return { [by]: key, ...(name === undefined ? {} : { name }), figures: figuresView(sum(some)) };
  });
  return { items, total: figuresView(sum(rows)) };
};
