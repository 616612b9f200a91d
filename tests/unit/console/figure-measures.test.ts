import { expect, test } from 'vitest';
import { chartMeasures, tableMeasures } from '../../../console/src/figures/measures.ts';
import type { Counters } from '../../../shared/domain/figures/counters.ts';
import { figuresView } from '../../../shared/http/views/figures.ts';

const line = (counters: Counters) => ({ figures: figuresView(counters) });
const names = (measures: readonly { readonly name: { readonly en: string } }[]) => measures.map(({ name }) => name.en);

const lines = [
  line({ asked: 4, promised: 3, filled: 1, answered: 2, answeredInTime: 1, unanswered: 1 }),
  line({ asked: 2, declined: 1 }),
];

test('a table has the measures of which some line has something', () => {
  expect(names(tableMeasures(lines))).toEqual([
    'Asked for',
    'Promised',
    'There for good',
    'Answered',
    'Answered in time',
    'Unanswered',
    'Declined',
    'Fill rate',
    'Answered in time',
  ]);
  expect(tableMeasures([line({})])).toEqual([]);
});

test('charts have what is of one unit; shares are in percent', () => {
  expect(names(chartMeasures('partner', 'counts', lines))).toEqual(['Asked for', 'Promised', 'There for good']);
  expect(names(chartMeasures('step', 'counts', lines))).toEqual([]);
  expect(names(chartMeasures('partner', 'minutes', lines))).toEqual([]);
  const [fillRate] = chartMeasures('partner', 'share', lines);
  expect(lines.map(({ figures }) => fillRate?.of(figures))).toEqual([25, 0]);
});
