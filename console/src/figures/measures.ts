import { COUNTS, type Count } from '../../../shared/domain/figures/counters.ts';
import type { FigureSubject } from '../../../shared/domain/figures/figure-cell.ts';
import type { Text } from '../../../shared/domain/kernel/text.ts';
import type { FigureItem, Figures } from '../../../shared/http/views/figures.ts';
import { COUNT_NAMES, DERIVED_MEASURES } from '../../../shared/reference/figure-measures.ts';

/** How values of a measure are written, and with which they can stand in one chart. */
export type Unit = 'counts' | 'share' | 'minutes';
export const UNITS: readonly Unit[] = ['counts', 'share', 'minutes'];

/** One measure of what is figured. */
export interface Measure {
  readonly name: Text;
  readonly unit: Unit;
  readonly of: (figures: Figures) => number | undefined;
}

/** What is worth a chart: the rest stands in the table. */
const CHARTED: Readonly<Record<FigureSubject, readonly Count[]>> = {
  city: ['asked', 'promised', 'filled'],
  partner: ['asked', 'promised', 'filled'],
  helped: ['asked', 'promised', 'filled'],
  agency: ['asked', 'promised', 'filled'],
  team: ['missions', 'arrivedInTime', 'out'],
  'hand-off': ['missed'],
  step: ['open'],
};

const percent = (share: number | undefined): number | undefined =>
  share === undefined ? undefined : Math.round(share * 1000) / 10;

const ofCount = (count: Count): Measure => ({
  name: COUNT_NAMES[count],
  unit: 'counts',
  of: (figures) => figures[count],
});

const DERIVED: readonly Measure[] = DERIVED_MEASURES.map(({ name, unit, of }) => ({
  name,
  unit,
  of: (figures) => (unit === 'share' ? percent(of(figures)) : of(figures)),
}));

const isKnownIn =
  (items: readonly Pick<FigureItem, 'figures'>[]) =>
  ({ of }: Measure): boolean =>
    items.some(({ figures }) => (of(figures) ?? 0) !== 0);

/** @returns the measures of which at least one line has something, in order: columns of the table. */
export const tableMeasures = (items: readonly Pick<FigureItem, 'figures'>[]): readonly Measure[] =>
  [...COUNTS.map(ofCount), ...DERIVED].filter(isKnownIn(items));

/** @returns the measures of a unit that are worth a chart, and have something in it. */
export const chartMeasures = (
  of: FigureSubject,
  unit: Unit,
  items: readonly Pick<FigureItem, 'figures'>[],
): readonly Measure[] =>
  (unit === 'counts' ? CHARTED[of].map(ofCount) : DERIVED.filter((measure) => measure.unit === unit)).filter(
    isKnownIn(items),
  );
