import * as z from 'zod';
import type { Text } from '../kernel/text.ts';

/** What a drill is measured by, and in what unit. */
export const DRILL_MEASURES = {
  'reply-minutes': { zh: '最慢答复时间（分钟）', en: 'slowest reply, minutes' },
  'fill-percent': { zh: '请求满足率（%）', en: 'fill rate, percent' },
  'arrival-delay-minutes': { zh: '到达比承诺最多晚（分钟）', en: 'latest arrival after the promise, minutes' },
  'task-reply-minutes': { zh: '联动单位最慢答复时间（分钟）', en: 'slowest reply of an agency, minutes' },
  'missed-clocks': { zh: '超时次数', en: 'clocks missed' },
  'injects-handled-percent': { zh: '投送按时处置率（%）', en: 'injects handled in time, percent' },
} as const satisfies Record<string, Text>;
export type DrillMeasure = keyof typeof DRILL_MEASURES;
export const DrillMeasureSchema = z
  .enum(Object.keys(DRILL_MEASURES) as [DrillMeasure, ...DrillMeasure[]])
  .meta({ id: 'DrillMeasure' });

const value = z.number().min(0).max(1_000_000);
const measured = { measure: DrillMeasureSchema, points: z.int().min(1).max(1000) };

/** What is to be reached, and what it is worth. */
export const DrillObjectiveSchema = z
  .union([z.strictObject({ ...measured, atMost: value }), z.strictObject({ ...measured, atLeast: value })])
  .meta({ id: 'DrillObjective' });
export type DrillObjective = z.infer<typeof DrillObjectiveSchema>;
