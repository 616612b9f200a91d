import * as z from 'zod';
import type { Text } from '../kernel/text.ts';

/** The kinds of plan an emergency bureau has on file, in the order in which an incident shows those that match it. */
export const PLAN_TYPES = {
  special: { zh: '专项预案', en: 'special plan' },
  general: { zh: '总体预案', en: 'general plan' },
  departmental: { zh: '部门预案', en: 'departmental plan' },
  enterprise: { zh: '企业预案', en: 'enterprise plan' },
} as const satisfies Record<string, Text>;
export type PlanType = keyof typeof PLAN_TYPES;
export const PlanTypeSchema = z.enum(Object.keys(PLAN_TYPES) as [PlanType, ...PlanType[]]).meta({ id: 'PlanType' });

/** @returns the place of a type among plans that match an incident, from 0. */
export const rankOf = (type: PlanType): number => PlanTypeSchema.options.indexOf(type);
