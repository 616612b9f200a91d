import { chinaDate } from '../kernel/china-time.ts';
import type { Circumstances } from '../kernel/decision.ts';

/** @returns a number for a mission order, `<city>-<yyyymmdd>-<six characters>`. */
export const orderNumberOf = ({ city, now, newId }: Circumstances): string => {
  const date = chinaDate(now).replaceAll('-', '');
  return `${city}-${date}-${newId().slice(-6).toUpperCase()}`;
};
