import * as z from 'zod';
import type { Text } from '../kernel/text.ts';
import { EVENT_CLASSES } from '../vocabulary/hazards.ts';

/** The classes of experts: the four event classes of GB/T 35561-2017, and general management. */
export const EXPERT_CLASSES = {
  ...EVENT_CLASSES,
  'general-management': { zh: '综合管理', en: 'General management' },
} as const satisfies Record<string, Text>;
export type ExpertClass = keyof typeof EXPERT_CLASSES;
export const ExpertClassSchema = z
  .enum(Object.keys(EXPERT_CLASSES) as [ExpertClass, ...ExpertClass[]])
  .meta({ id: 'ExpertClass' });
