import { CHINA_OFFSET_MS } from '../../shared/domain/kernel/china-time.ts';
import { HOUR_MS } from '../../shared/domain/kernel/instant.ts';

/** @returns what to type into a field for a moment so many hours from now (before it, if negative): the time in China, to the minute. */
export const chinaTimeIn = (hours: number): string =>
  new Date(Date.now() + hours * HOUR_MS + CHINA_OFFSET_MS).toISOString().slice(0, 16);
