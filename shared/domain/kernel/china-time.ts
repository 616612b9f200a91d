import { HOUR_MS, type Instant, plus } from './instant.ts';

/** All of China keeps UTC+8, without summer time, since 1991: no time zone of the host is asked. */
export const CHINA_OFFSET_MS = 8 * HOUR_MS;

/** @returns the date in China that a moment falls on: `2026-10-01`. */
export const chinaDate = (at: Instant): string => plus(at, CHINA_OFFSET_MS).slice(0, 10);

/** @returns the moment at which a clock in China shows a time (`HH:mm`) on a date (`YYYY-MM-DD`). */
export const chinaTime = (date: string, time: string): Instant => plus(`${date}T${time}:00.000Z`, -CHINA_OFFSET_MS);
