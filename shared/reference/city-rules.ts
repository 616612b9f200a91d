import type { CityRules, HandOffRule } from '../domain/deadline/city-rules.ts';
import { HAND_OFFS, type HandOff } from '../domain/deadline/hand-off.ts';
import type { CityCode } from '../domain/kernel/city-code.ts';
import { COMMON_RULES } from './hand-off-rules.ts';
import { reportRulesOf } from './report-rules.ts';
import { CHINA_CALENDAR } from './working-calendar.ts';

/** What single cities lay down differently. */
const OF_CITIES: Readonly<Record<CityCode, Partial<Record<HandOff, HandOffRule>>>> = {};

const rulesFor = (own: Partial<Record<HandOff, HandOffRule>>): Omit<CityRules, 'city' | 'reports'> => ({
  handOffs: Object.fromEntries(
    Object.keys(HAND_OFFS).map((handOff) => {
      const known = handOff as HandOff;
      return [known, own[known] ?? COMMON_RULES[known]];
    }),
  ) as Record<HandOff, HandOffRule>,
  calendar: CHINA_CALENDAR,
});

const USUAL_RULES = rulesFor({});
const RULES_OF_CITIES = new Map(Object.entries(OF_CITIES).map(([city, own]) => [city, rulesFor(own)]));

/** @returns the rules that a city has laid down. */
export const cityRulesOf = (city: CityCode): CityRules => ({
  ...(RULES_OF_CITIES.get(city) ?? USUAL_RULES),
  city,
  reports: reportRulesOf(city),
});
