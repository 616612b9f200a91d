import { DAY_MS, earliest, HOUR_MS, type Instant, MINUTE_MS, plus } from '../domain/kernel/instant.ts';

/** For how long a message without a receipt is sent again before the duty room is told to pick up the telephone. */
export const RESEND_FOR_MS = 14 * DAY_MS;

/**
 * @returns when to look again at a message that has been sent `attempts` times: after 1, 2, 4 … minutes, at most an hour, and
 * when its fortnight is over; `undefined` once it is.
 */
export const nextResend = (issuedAt: Instant, now: Instant, attempts: number): Instant | undefined => {
  const end = plus(issuedAt, RESEND_FOR_MS);
  const delay = Math.min(MINUTE_MS * 2 ** Math.max(0, attempts - 1), HOUR_MS);
  return now >= end ? undefined : earliest(plus(now, delay), end);
};
