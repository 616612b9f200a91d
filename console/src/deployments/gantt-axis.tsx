import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/language.ts';
import { useMoment } from '../parts/moment.tsx';
import { DEPLOYMENTS } from './deployments-words.ts';
import { type Span, ticksOf } from './gantt-geometry.ts';

const shareOf = (at: number, { from, until }: Span): number => ((at - from) / (until - from)) * 100;

/** The moments above the chart; what they mean stands with each row in words, so they are not read out. */
export const GanttAxis = ({ window }: { readonly window: Span }): ReactNode => {
  const moment = useMoment();
  return (
    <div className="gantt-axis" aria-hidden="true">
      <div className="gantt-track">
        {ticksOf(window).map((at) => (
          <span key={at} className="gantt-tick" style={{ left: `${shareOf(at, window)}%` }}>
            {moment(new Date(at).toISOString())}
          </span>
        ))}
      </div>
    </div>
  );
};

interface NowLineProps {
  readonly window: Span;
  readonly now: number;
}

/** Where it is now, through all rows; nothing where that is out of the window. */
export const NowLine = ({ window, now }: NowLineProps): ReactNode => {
  const { say } = useSpeech(DEPLOYMENTS);
  if (now < window.from || now > window.until) return null;
  return (
    <li className="gantt-now" aria-hidden="true">
      <div className="gantt-track">
        <span style={{ left: `${shareOf(now, window)}%` }}>{say('chart.now')}</span>
      </div>
    </li>
  );
};
