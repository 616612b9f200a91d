import { MINUTE_MS } from '../kernel/instant.ts';

/** Pauses between tries, minutes; after the last of them a delivery is given up: what is urgent has gone other ways by then. */
const PAUSES_MINUTES = [1, 2, 4, 8, 15, 30, 60, 120] as const;

/** @returns milliseconds until the next try after so many; `undefined` when there is to be none. */
export const pauseAfter = (attempts: number): number | undefined => {
  const minutes = PAUSES_MINUTES[attempts - 1];
  return minutes === undefined ? undefined : minutes * MINUTE_MS;
};
