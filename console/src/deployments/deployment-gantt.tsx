import { useVirtualizer } from '@tanstack/react-virtual';
import Button from 'antd/es/button';
import { type ReactNode, useRef, useState } from 'react';
import type { Pages } from '../api/use-pages.ts';
import { useSpeech } from '../i18n/language.ts';
import { useNow } from '../live/use-now.ts';
import { useMoment } from '../parts/moment.tsx';
import { PARTS } from '../parts/part-words.ts';
import { ProblemAlert } from '../parts/problem-alert.tsx';
import { isUnderWay } from './deployment-acts.ts';
import type { DeploymentCard } from './deployment-lanes.tsx';
import { DEPLOYMENTS } from './deployments-words.ts';
import { GanttAxis, NowLine } from './gantt-axis.tsx';
import { BAR_KINDS, barsOf, moved, type Span, windowOver, zoomed } from './gantt-geometry.ts';
import { GanttRow } from './gantt-row.tsx';
import { useMissedCheckIns } from './use-missed-check-ins.ts';

const ROW_PX = 64;
const DRAWN_BEYOND_VIEW = 6;
const STEP = 0.25;
const CLOSER = 0.5;
/** Steps in which the slider goes through the length of the window. */
const SLIDES = 8;

/** When each mission was asked for, is expected and was, one below the other. Only the rows in view are drawn. */
export const DeploymentGantt = ({ pages }: { readonly pages: Pages<DeploymentCard> }): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  const { say: sayPart } = useSpeech(PARTS);
  const now = useNow();
  const [chosen, setChosen] = useState<Span>();
  const { items, isPending, error, again, hasMore, isLoadingMore, loadMore } = pages;
  if (error) return <ProblemAlert error={error} onAgain={again} />;
  if (isPending) return <p role="status">{sayPart('loading')}</p>;
  if (items.length === 0) return <p className="muted">{sayPart('empty')}</p>;
  const all = windowOver(
    items.flatMap((card) => barsOf(card.times, now, isUnderWay(card))),
    now,
  );
  const window = chosen ?? all;
  return (
    <>
      <Controls window={window} all={all} onWindow={setChosen} />
      <Rows items={items} window={window} now={now} />
      <p className="table-foot">
        <span className="muted">
          {sayPart(hasMore ? 'rows.more' : 'rows', { count: items.length })} · {say('chart.help')}
        </span>
        {hasMore && (
          <Button size="small" loading={isLoadingMore} onClick={loadMore}>
            {sayPart('more')}
          </Button>
        )}
      </p>
    </>
  );
};

interface ControlsProps {
  readonly window: Span;
  /** All of the time there is anything in. */
  readonly all: Span;
  readonly onWindow: (window: Span | undefined) => void;
}

const Controls = ({ window, all, onWindow }: ControlsProps): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  const moment = useMoment();
  const spoken = (at: number): string => moment(new Date(at).toISOString());
  const length = window.until - window.from;
  const range = say('chart.window', { from: spoken(window.from), until: spoken(window.until) });
  return (
    <div className="gantt-controls">
      <Button size="small" onClick={() => onWindow(moved(window, -STEP))}>
        ◀ {say('chart.earlier')}
      </Button>
      <Button size="small" onClick={() => onWindow(moved(window, STEP))}>
        {say('chart.later')} ▶
      </Button>
      <Button size="small" onClick={() => onWindow(zoomed(window, CLOSER))}>
        ＋ {say('chart.in')}
      </Button>
      <Button size="small" onClick={() => onWindow(zoomed(window, 1 / CLOSER))}>
        － {say('chart.out')}
      </Button>
      <Button size="small" onClick={() => onWindow(undefined)}>
        {say('chart.all')}
      </Button>
      <input
        type="range"
        className="gantt-slider"
        aria-label={say('chart.time')}
        aria-valuetext={range}
        min={Math.min(all.from, window.from)}
        max={Math.max(all.until - length, window.from)}
        step={length / SLIDES}
        value={window.from}
        onChange={({ target }) => onWindow(moved(window, (target.valueAsNumber - window.from) / length))}
      />
      <output>{range}</output>
      <ul className="gantt-legend">
        {BAR_KINDS.map((kind) => (
          <li key={kind}>
            <span className={`gantt-sample gantt-${kind}`} aria-hidden="true" /> {say(`legend.${kind}`)}
          </li>
        ))}
        <li className="muted">{say('legend.on-site')}</li>
      </ul>
    </div>
  );
};

interface RowsProps {
  readonly items: readonly DeploymentCard[];
  readonly window: Span;
  readonly now: number;
}

const Rows = ({ items, window, now }: RowsProps): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  const scroller = useRef<HTMLDivElement>(null);
  const missed = useMissedCheckIns();
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: DRAWN_BEYOND_VIEW,
  });
  return (
    <section className="gantt" ref={scroller} aria-label={say('chart.label')}>
      <GanttAxis window={window} />
      <ul className="gantt-rows" style={{ height: virtual.getTotalSize() }}>
        <NowLine window={window} now={now} />
        {virtual.getVirtualItems().map(({ index, start }) => {
          const card = items[index];
          return (
            card && (
              <li
                key={card.deploymentId}
                className="gantt-row"
                style={{ transform: `translateY(${start}px)` }}
                aria-setsize={items.length}
                aria-posinset={index + 1}
              >
                <GanttRow card={card} window={window} now={now} isMissed={missed.has(card.deploymentId)} />
              </li>
            )
          );
        })}
      </ul>
    </section>
  );
};
