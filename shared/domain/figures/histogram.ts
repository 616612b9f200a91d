import { HOUR_MS, MINUTE_MS } from '../kernel/instant.ts';
import type { Counters, MeasuredTime } from './counters.ts';

const HOURS = [1, 2, 3, 4, 6, 8, 12, 18, 24, 36, 48, 72, 120, 240] as const;

/**
 * Upper ends of the buckets, milliseconds, included; the last bucket has none. They are fixed: figures that were counted are never counted anew for a
 * finer scale. Two hours is a bound because a neighbour's request is answered within two.
 */
export const BOUNDS_MS: readonly number[] = [
  0,
  ...[1, 2, 5, 10, 15, 20, 30, 45].map((minutes) => minutes * MINUTE_MS),
  ...HOURS.map((hours) => hours * HOUR_MS),
];

/** @returns the counter that a time adds one to; what took no time at all is in the first bucket. */
export const timed = (time: MeasuredTime, milliseconds: number): Counters => {
  const found = BOUNDS_MS.findIndex((bound) => milliseconds <= bound);
  return { [`${time}/${found === -1 ? BOUNDS_MS.length : found}`]: 1 };
};

/** Where a share of the measured times ends, as well as the buckets tell. */
export interface Quantile {
  /** Milliseconds; the share ends at this or before. Nothing where it ends beyond the last bound. */
  readonly atMost?: number;
}

/**
 * @param share 0.5 for the median.
 * @returns the upper end of the bucket in which that share of the times is reached; `undefined` when nothing was measured.
 */
export const quantile = (counters: Counters, time: MeasuredTime, share: number): Quantile | undefined => {
  const counts = [...BOUNDS_MS, Number.POSITIVE_INFINITY].map((_, bucket) => counters[`${time}/${bucket}`] ?? 0);
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all <= 0) return undefined;
  let seen = 0;
  const bucket = counts.findIndex((count) => {
    seen += count;
    return seen >= share * all;
  });
  const atMost = BOUNDS_MS[bucket];
  return atMost === undefined ? {} : { atMost };
};
