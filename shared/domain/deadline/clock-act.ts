import * as z from 'zod';
import type { Text } from '../kernel/text.ts';

/**
 * What the clock does of itself about a hand-off.
 * - `warn`: tells whoever must move that the time is nearly up; `remind`: that it is up.
 * - `urge`: has the city's own duty room press whoever is late, and tells them again.
 * - `escalate`: tells the next on the duty roster; each time it comes, the one after.
 * - `widen`: places a request with the next partners; `mark-unable`: says that it cannot be filled; `lapse`: lets it lapse.
 */
export const CLOCK_ACTS = {
  warn: { zh: '预警', en: 'Warn' },
  remind: { zh: '提醒', en: 'Remind' },
  urge: { zh: '催办', en: 'Urge' },
  escalate: { zh: '升级', en: 'Escalate' },
  widen: { zh: '扩大请求范围', en: 'Ask further partners' },
  'mark-unable': { zh: '标记无法满足', en: 'Mark as unable to fill' },
  lapse: { zh: '失效', en: 'Lapse' },
} as const satisfies Record<string, Text>;
export type ClockAct = keyof typeof CLOCK_ACTS;
export const ClockActSchema = z.enum(Object.keys(CLOCK_ACTS) as [ClockAct, ...ClockAct[]]).meta({ id: 'ClockAct' });
