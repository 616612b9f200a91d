import { lazy, type ReactNode, Suspense } from 'react';
import type { FigureSubject } from '../../../shared/domain/figures/figure-cell.ts';
import type { FigureItem } from '../../../shared/http/views/figures.ts';
import { useSpeech } from '../i18n/language.ts';
import { Panel } from '../parts/screen.tsx';
import { FIGURES } from './figures-words.ts';
import { chartMeasures, UNITS, type Unit } from './measures.ts';
import { useItemName } from './use-item-name.ts';

const BarChart = lazy(async () => ({ default: (await import('./bar-chart.tsx')).BarChart }));

interface FigureChartsProps {
  readonly of: FigureSubject;
  readonly items: readonly FigureItem[];
}

/** Figures as charts, one for each unit; those without anything to show are left out. */
export const FigureCharts = ({ of, items }: FigureChartsProps): ReactNode => (
  <div className="columns">
    {UNITS.filter((unit) => chartMeasures(of, unit, items).length > 0).map((unit) => (
      <FigureChart key={unit} unit={unit} of={of} items={items} />
    ))}
  </div>
);

const FigureChart = ({ unit, of, items }: FigureChartsProps & { readonly unit: Unit }): ReactNode => {
  const { say, read } = useSpeech(FIGURES);
  const nameOf = useItemName();
  const measures = chartMeasures(of, unit, items);
  const told = items.flatMap((item) =>
    measures.flatMap((measure) => {
      const value = measure.of(item.figures);
      return value === undefined
        ? []
        : [say('chart.value', { item: nameOf(item), measure: read(measure.name), value })];
    }),
  );
  return (
    <Panel title={say(`chart.${unit}`)}>
      <Suspense fallback={<div className="chart" />}>
        <BarChart
          label={say('chart.label', { chart: say(`chart.${unit}`), what: told.join(say('and')) })}
          categories={items.map(nameOf)}
          series={measures.map((measure) => ({
            name: read(measure.name),
            values: items.map(({ figures }) => measure.of(figures)),
          }))}
        />
      </Suspense>
    </Panel>
  );
};
