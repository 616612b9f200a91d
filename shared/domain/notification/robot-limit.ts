import { type Instant, MINUTE_MS, plus } from '../kernel/instant.ts';

/**
 * @param sent when a robot was used, in order of time.
 * @param most messages it takes in any minute.
 * @returns when it can be used next: now, or when the first of the last so many is a minute old.
 */
export const usableAt = (sent: readonly Instant[], most: number, now: Instant): Instant => {
  const first = sent.at(-most);
  const free = first === undefined ? now : plus(first, MINUTE_MS);
  return free > now ? free : now;
};
