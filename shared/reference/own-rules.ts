import type { HandOffRule } from '../domain/deadline/city-rules.ts';
import type { HandOff } from '../domain/deadline/hand-off.ts';
import type { CityCode } from '../domain/kernel/city-code.ts';
import { at, minutes } from './hand-off-rules.ts';

/** What a city lays down otherwise than others do: a time, the acts, or both. */
export type OwnRules = Readonly<Partial<Record<HandOff, Partial<HandOffRule>>>>;

/** Autonomous prefectures, whose codes end so (GB/T 2260): days of road between their towns. */
const PREFECTURE = /^\d{2}[2-6]\d00$/;

const OF_PREFECTURES: OwnRules = {
  departure: { due: minutes(180) },
  approval: { due: minutes(60) },
};

/** Counties are the first to see what has happened, and to be asked. */
const OF_COUNTIES: OwnRules = {
  verification: { due: minutes(20) },
  'work-order': { due: minutes(30) },
};

/** What single cities lay down. Duty offices differ in how soon a report is to be there: by telephone at once and in writing soon, or within two hours at latest. */
const OF_CITIES: Readonly<Record<CityCode, OwnRules>> = {
  /** Lanzhou: at latest within two hours; asked when one of them is gone. */
  '620100': { report: { due: minutes(120), acts: [...at('warn', -60), ...at('remind', 0), ...at('escalate', 5, 15)] } },
  /** Haidong: a quarter of an hour by telephone, half an hour in writing. */
  '630200': { report: { due: minutes(30), acts: [...at('warn', -15), ...at('remind', 0), ...at('escalate', 5, 10)] } },
};

/** @returns what a city lays down by its level, and by itself. */
export const ownRulesOf = (city: CityCode): OwnRules => {
  if (!city.endsWith('00')) return { ...OF_COUNTIES, ...OF_CITIES[city] };
  return { ...(PREFECTURE.test(city) ? OF_PREFECTURES : {}), ...OF_CITIES[city] };
};
