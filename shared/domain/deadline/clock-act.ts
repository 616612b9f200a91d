import * as z from 'zod';
import type { Text } from '../kernel/text.ts';

/**
 * What the clock does of itself about a hand-off.
 * - `warn`: tells whoever must move that the time is nearly up; `remind`: that it is up.
 * - `urge`: has the city's own duty room press whoever is late, and tells them again.
 * - `escalate`: tells the next on the duty roster; each time it comes, the one after.
 * - `widen`: places a request with the next partners.
 *
 * That a request lapses, or cannot be filled, follows from what it is: its own clock says so, whatever the table has.
 */
export const CLOCK_ACTS = {
  warn: { zh: '预警', en: 'Warn' },
  remind: { zh: '提醒', en: 'Remind' },
  urge: { zh: '催办', en: 'Urge' },
  escalate: { zh: '升级', en: 'Escalate' },
  widen: { zh: '扩大请求范围', en: 'Ask further partners' },
} as const satisfies Record<string, Text>;
export type ClockAct = keyof typeof CLOCK_ACTS;
export const ClockActSchema = z.enum(Object.keys(CLOCK_ACTS) as [ClockAct, ...ClockAct[]]).meta({ id: 'ClockAct' });
