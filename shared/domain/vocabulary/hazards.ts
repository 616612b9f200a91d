import * as z from 'zod';
import type { Text } from '../kernel/text.ts';

/** The four event classes of GB/T 35561-2017. */
export const EVENT_CLASSES = {
  'natural-disaster': { zh: '自然灾害', en: 'Natural disaster' },
  accident: { zh: '事故灾难', en: 'Accident' },
  'public-health': { zh: '公共卫生事件', en: 'Public health' },
  'social-security': { zh: '社会安全事件', en: 'Social security' },
} as const satisfies Record<string, Text>;
export type EventClass = keyof typeof EVENT_CLASSES;
export const EventClassSchema = z.enum(Object.keys(EVENT_CLASSES) as [EventClass, ...EventClass[]]);

/** The hazards that agreements, teams and incidents name, each within its event class. */
export const HAZARDS = {
  flood: { zh: '洪涝', en: 'Flood', eventClass: 'natural-disaster' },
  earthquake: { zh: '地震', en: 'Earthquake', eventClass: 'natural-disaster' },
  geological: { zh: '地质灾害', en: 'Landslide and debris flow', eventClass: 'natural-disaster' },
  'snow-and-ice': { zh: '低温雨雪冰冻', en: 'Snow and ice', eventClass: 'natural-disaster' },
  drought: { zh: '干旱', en: 'Drought', eventClass: 'natural-disaster' },
  'grassland-fire': { zh: '森林草原火灾', en: 'Forest and grassland fire', eventClass: 'natural-disaster' },
  fire: { zh: '火灾', en: 'Fire', eventClass: 'accident' },
  chemical: { zh: '危险化学品事故', en: 'Hazardous chemicals', eventClass: 'accident' },
  mine: { zh: '矿山事故', en: 'Mine accident', eventClass: 'accident' },
  'building-collapse': { zh: '建筑物坍塌', en: 'Building collapse', eventClass: 'accident' },
  transport: { zh: '交通运输事故', en: 'Transport accident', eventClass: 'accident' },
  utilities: { zh: '供电供水供气中断', en: 'Loss of power, water or gas', eventClass: 'accident' },
  epidemic: { zh: '传染病疫情', en: 'Epidemic', eventClass: 'public-health' },
  'mass-gathering': { zh: '群体性事件', en: 'Mass gathering', eventClass: 'social-security' },
} as const satisfies Record<string, Text & { eventClass: EventClass }>;
export type Hazard = keyof typeof HAZARDS;
export const HazardSchema = z.enum(Object.keys(HAZARDS) as [Hazard, ...Hazard[]]).meta({ id: 'Hazard' });

/** Response level I to IV; I is the highest. */
export const RESPONSE_LEVELS = ['I', 'II', 'III', 'IV'] as const;
export const ResponseLevelSchema = z.enum(RESPONSE_LEVELS).meta({ id: 'ResponseLevel' });
export type ResponseLevel = z.infer<typeof ResponseLevelSchema>;
