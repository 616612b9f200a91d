import type { Circumstances } from '../kernel/decision.ts';
import { HOUR_MS, plus } from '../kernel/instant.ts';

/** Order numbers carry the date as the duty rooms have it: China has one time zone. */
const CHINA_OFFSET_MS = 8 * HOUR_MS;

/** @returns a number for a mission order, `<city>-<yyyymmdd>-<six characters>`. */
export const orderNumberOf = ({ city, now, newId }: Circumstances): string => {
  const date = plus(now, CHINA_OFFSET_MS).slice(0, 10).replaceAll('-', '');
  return `${city}-${date}-${newId().slice(-6).toUpperCase()}`;
};
