import * as z from 'zod';
import type { Text } from '../kernel/text.ts';

/** Kinds of rescue team: those of YJ/T 1.1–1.6-2022, and the professional brigades that agreements name besides. */
export const TEAM_KINDS = {
  'general-rescue': { zh: '综合救援', en: 'General rescue' },
  'collapsed-building-rescue': { zh: '建筑物倒塌搜救', en: 'Collapsed-building search and rescue' },
  'mountain-rescue': { zh: '山地救援', en: 'Mountain rescue' },
  'water-rescue': { zh: '水上救援', en: 'Water rescue' },
  'diving-rescue': { zh: '潜水救援', en: 'Diving rescue' },
  'medical-rescue': { zh: '应急医疗救护', en: 'Emergency medical' },
  firefighting: { zh: '消防救援', en: 'Firefighting' },
  'chemical-rescue': { zh: '危险化学品救援', en: 'Hazardous-chemicals rescue' },
  'mine-rescue': { zh: '矿山救援', en: 'Mine rescue' },
  'engineering-rescue': { zh: '工程抢险', en: 'Engineering and heavy plant' },
  'power-restoration': { zh: '电力抢修', en: 'Power restoration' },
  communications: { zh: '应急通信', en: 'Emergency communications' },
} as const satisfies Record<string, Text>;
export type TeamKind = keyof typeof TEAM_KINDS;
export const TeamKindSchema = z.enum(Object.keys(TEAM_KINDS) as [TeamKind, ...TeamKind[]]).meta({ id: 'TeamKind' });

/** What cities ask one another for: rescue teams, and supplies. */
export const RESOURCE_KINDS = {
  ...TEAM_KINDS,
  supplies: { zh: '应急物资', en: 'Supplies' },
} as const satisfies Record<string, Text>;
export type ResourceKind = keyof typeof RESOURCE_KINDS;
export const ResourceKindSchema = z
  .enum(Object.keys(RESOURCE_KINDS) as [ResourceKind, ...ResourceKind[]])
  .meta({ id: 'ResourceKind' });

/** Capability level (grade) 1 to 3, 1 highest: YJ/T 1.1–1.6-2022. A team of a higher level serves a request for a lower one. */
export const CapabilityLevelSchema = z
  .union([z.literal(1), z.literal(2), z.literal(3)])
  .meta({ id: 'CapabilityLevel' });
export type CapabilityLevel = z.infer<typeof CapabilityLevelSchema>;
