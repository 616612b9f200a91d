import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS, millisecondsBetween, plus } from '../domain/kernel/instant.ts';

/** For how long a message without a receipt is sent again before the duty room is told to pick up the telephone. */
export const RESEND_FOR_MS = 14 * DAY_MS;

/** @returns when a message sent `attempts` times is sent again: after 1, 2, 4 … minutes, at most an hour, for a fortnight; then never. */
export const nextResend = (issuedAt: Instant, now: Instant, attempts: number): Instant | undefined => {
  const delay = Math.min(MINUTE_MS * 2 ** Math.max(0, attempts - 1), HOUR_MS);
  return millisecondsBetween(issuedAt, now) + delay > RESEND_FOR_MS ? undefined : plus(now, delay);
};
