import { BarChart as Bars } from 'echarts/charts';
import { AriaComponent, GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import { type EChartsCoreOption, type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { type ReactNode, useEffect, useRef } from 'react';

use([Bars, AriaComponent, GridComponent, LegendComponent, TooltipComponent, SVGRenderer]);

/** Beside one another these can be told apart by whoever sees no colours, too: patterns lie over them. */
const COLOURS = ['#1450a3', '#c2700a', '#14603a', '#7a3fa0', '#a81c14'];

/** More groups than this, and numbers over the bars would lie over one another. */
const MOST_LABELLED = 8;

interface Series {
  readonly name: string;
  /** One for each category; undefined where nothing is known. */
  readonly values: readonly (number | undefined)[];
}

interface BarChartProps {
  /** What it shows, in words, for whoever cannot see it. */
  readonly label: string;
  readonly categories: readonly string[];
  readonly series: readonly Series[];
}

const optionOf = ({ label, categories, series }: BarChartProps): EChartsCoreOption => ({
  animation: false,
  color: COLOURS,
  aria: { enabled: true, decal: { show: series.length > 1 }, label: { description: label } },
  legend: { top: 0, itemGap: 16 },
  tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' } },
  grid: { top: 40, left: 8, right: 16, bottom: 8, containLabel: true },
  xAxis: { type: 'category', data: [...categories], axisLabel: { interval: 0, overflow: 'break', width: 90 } },
  yAxis: { type: 'value', minInterval: 1 },
  series: series.map(({ name, values }) => ({
    name,
    type: 'bar',
    barMaxWidth: 36,
    label: { show: categories.length <= MOST_LABELLED, position: 'top' },
    data: values.map((value) => value ?? null),
  })),
});

/** Bars side by side, a group for each category. What it shows must also stand elsewhere as text. */
export const BarChart = (props: BarChartProps): ReactNode => {
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  useEffect(() => {
    if (!place.current) return;
    const drawn = init(place.current, undefined, { renderer: 'svg' });
    chart.current = drawn;
    const observer = new ResizeObserver(() => drawn.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      drawn.dispose();
    };
  }, []);
  useEffect(() => chart.current?.setOption(optionOf(props), { notMerge: true }));
  return <div ref={place} className="chart" role="img" aria-label={props.label} />;
};
