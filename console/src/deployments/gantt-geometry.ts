import type { DeploymentTimes } from '../../../shared/domain/deployment/deployment-times.ts';
import { CHINA_OFFSET_MS } from '../../../shared/domain/kernel/china-time.ts';
import { DAY_MS, HOUR_MS, type Instant } from '../../../shared/domain/kernel/instant.ts';

/** A stretch of time, milliseconds since 1970. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** What the chart draws of a mission: three bars, each with the part of it that is spent on site. */
export const BAR_KINDS = ['requested', 'estimated', 'actual'] as const;
export type BarKind = (typeof BAR_KINDS)[number];

/** One bar of a mission. */
export interface Bar {
  readonly kind: BarKind;
  readonly whole: Span;
  readonly onSite?: Span;
}

const spanOf = (from: Instant | undefined, until: Instant | number | undefined): Span | undefined => {
  if (from === undefined || until === undefined) return undefined;
  const span = { from: Date.parse(from), until: typeof until === 'number' ? until : Date.parse(until) };
  return span.until > span.from ? span : undefined;
};

/**
 * @param times of one mission.
 * @param now milliseconds; what has begun and goes on is drawn up to it.
 * @param isUnderWay whether it goes on.
 */
export const barsOf = (
  { departure, arrival, returnDeparture, returnArrival }: DeploymentTimes,
  now: number,
  isUnderWay: boolean,
): readonly Bar[] => {
  const ongoing = isUnderWay ? now : undefined;
  const spans = {
    requested: [
      spanOf(arrival.requested, returnDeparture.requested),
      spanOf(arrival.requested, returnDeparture.requested),
    ],
    estimated: [
      spanOf(departure.estimated, returnArrival.estimated ?? returnDeparture.estimated),
      spanOf(arrival.estimated, returnDeparture.estimated),
    ],
    actual: [
      spanOf(departure.actual, returnArrival.actual ?? ongoing ?? returnDeparture.actual ?? arrival.actual),
      spanOf(arrival.actual, returnDeparture.actual ?? ongoing),
    ],
  } as const;
  return BAR_KINDS.flatMap((kind) => {
    const [whole, onSite] = spans[kind];
    return whole ? [{ kind, whole, ...(onSite && { onSite }) }] : [];
  });
};

/** Where something is drawn, in hundredths of the width. */
export interface Place {
  readonly left: number;
  readonly width: number;
}

/** @returns where a stretch of time is drawn in a window; `undefined` when it lies outside. */
export const placeOf = ({ from, until }: Span, window: Span): Place | undefined => {
  const length = window.until - window.from;
  const begin = Math.max(from, window.from);
  const end = Math.min(until, window.until);
  if (length <= 0 || end <= begin) return undefined;
  return { left: ((begin - window.from) / length) * 100, width: ((end - begin) / length) * 100 };
};

/** Distances of the marks on the time axis, from which the first is taken that gives few enough. */
const STEPS_MS = [HOUR_MS, 3 * HOUR_MS, 6 * HOUR_MS, 12 * HOUR_MS, DAY_MS, 2 * DAY_MS, 7 * DAY_MS, 28 * DAY_MS];
const MOST_TICKS = 12;

/** @returns the moments marked on the axis of a window, at full hours or midnights in China. */
export const ticksOf = ({ from, until }: Span): readonly number[] => {
  const step = STEPS_MS.find((each) => (until - from) / each <= MOST_TICKS) ?? Math.ceil((until - from) / MOST_TICKS);
  const first = Math.ceil((from + CHINA_OFFSET_MS) / step) * step - CHINA_OFFSET_MS;
  const count = Math.max(0, Math.floor((until - first) / step) + 1);
  return Array.from({ length: count }, (_, place) => first + place * step);
};

const SHORTEST_MS = 2 * HOUR_MS;
const LONGEST_MS = 365 * DAY_MS;

/** @returns the window in which all bars are seen, with a little room about them; around now where there are none. */
export const windowOver = (bars: readonly Bar[], now: number): Span => {
  const from = bars.reduce((first, { whole }) => Math.min(first, whole.from), now);
  const until = bars.reduce((last, { whole }) => Math.max(last, whole.until), now);
  const room = Math.max((until - from) * 0.04, HOUR_MS);
  return { from: from - room, until: until + room };
};

/** @returns the window moved by a part of its length; a negative part moves it to earlier times. */
export const moved = ({ from, until }: Span, part: number): Span => {
  const by = (until - from) * part;
  return { from: from + by, until: until + by };
};

/** @returns the window made `times` as long about its middle, within limits. */
export const zoomed = ({ from, until }: Span, times: number): Span => {
  const length = Math.min(LONGEST_MS, Math.max(SHORTEST_MS, (until - from) * times));
  const middle = (from + until) / 2;
  return { from: middle - length / 2, until: middle + length / 2 };
};
