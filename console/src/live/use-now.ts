import { useSyncExternalStore } from 'react';
import type { Instant } from '../../../shared/domain/kernel/instant.ts';

const STEP_MS = 10_000;
const listeners = new Set<() => void>();
let cityAheadMs = 0;
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

const tick = (): void => {
  now = Date.now() + cityAheadMs;
  for (const listener of listeners) listener();
};

/** Differences that come of the way an answer takes. */
const NEGLIGIBLE_MS = 5_000;

/** Goes by the city's clock from now on: deadlines are its, and the clock of whoever reads them may be wrong. */
export const goByClockOf = (asOf: Instant): void => {
  const ahead = Date.parse(asOf) - Date.now();
  if (Math.abs(ahead - cityAheadMs) < NEGLIGIBLE_MS) return;
  cityAheadMs = Math.abs(ahead) < NEGLIGIBLE_MS ? 0 : ahead;
  tick();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  if (timer === undefined) {
    now = Date.now() + cityAheadMs;
    timer = setInterval(tick, STEP_MS);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
};

/** @returns the moment it is, milliseconds; whatever shows it follows in steps of ten seconds. */
export const useNow = (): number => useSyncExternalStore(subscribe, () => now);
