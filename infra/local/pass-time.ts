import { setTimeout as pause } from 'node:timers/promises';
import { MINUTE_MS, millisecondsBetween, plus } from '../../shared/domain/kernel/instant.ts';
import type { LocalCity } from './city/local-city.ts';
import type { TestClock } from './test-clock.ts';

/** For how long messages that are on their way are waited for, milliseconds: a cut link keeps its own. */
const PATIENCE_MS = 3000;
const LOOK_AGAIN_MS = 10;

type Cities = readonly LocalCity[];

const settled = async (cities: Cities): Promise<void> => {
  const until = performance.now() + PATIENCE_MS;
  while (!cities.every(({ queues }) => queues.isQuiet) && performance.now() < until) await pause(LOOK_AGAIN_MS);
};

/** Runs whatever has a schedule in these cities, and waits until what they told one another has arrived. */
export const ring = async (ringing: Cities, all: Cities): Promise<void> => {
  await Promise.all(ringing.map((city) => city.runSchedules()));
  await settled(all);
};

/** Milliseconds, at most `within`, until a clock of a city rings that does not ring yet. */
const untilNext = async (city: LocalCity, clock: TestClock, within: number): Promise<number> => {
  const now = clock.now(city.code);
  const next = await city.nextDue(now, plus(now, within));
  return next === undefined ? within : millisecondsBetween(now, next);
};

/**
 * Lets time pass as it would: the clocks stop at every minute at which something is due in some city, whatever has a schedule runs, and
 * what the cities then tell one another arrives before they go on.
 * @returns at how many moments the clocks stopped.
 */
export const passTime = async (cities: Cities, clock: TestClock, milliseconds: number): Promise<number> => {
  let left = milliseconds;
  let stops = 0;
  await settled(cities);
  // What is due already is done before time passes.
  await ring(cities, cities);
  do {
    const within = left;
    const next = Math.min(...(await Promise.all(cities.map((city) => untilNext(city, clock, within)))));
    const step = Math.min(left, Math.ceil(next / MINUTE_MS) * MINUTE_MS);
    clock.advance(step);
    left -= step;
    stops += 1;
    await ring(cities, cities);
  } while (left > 0);
  return stops;
};
