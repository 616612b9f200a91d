import type { CityRules, HandOffRule } from '../domain/deadline/city-rules.ts';
import { type HandOff, HandOffSchema } from '../domain/deadline/hand-off.ts';
import type { CityCode } from '../domain/kernel/city-code.ts';
import { COMMON_RULES } from './hand-off-rules.ts';
import { type OwnRules, ownRulesOf } from './own-rules.ts';
import { reportRulesOf } from './report-rules.ts';
import { CHINA_CALENDAR } from './working-calendar.ts';

const rulesFor = (own: OwnRules): Omit<CityRules, 'city' | 'reports'> => ({
  handOffs: Object.fromEntries(
    HandOffSchema.options.map((handOff) => [handOff, { ...COMMON_RULES[handOff], ...own[handOff] }]),
  ) as Record<HandOff, HandOffRule>,
  calendar: CHINA_CALENDAR,
});

/** Made once for each city: decisions ask for them all the time. */
const made = new Map<CityCode, CityRules>();

/** @returns the rules that a city has laid down. */
export const cityRulesOf = (city: CityCode): CityRules => {
  const known = made.get(city);
  if (known) return known;
  const rules: CityRules = { ...rulesFor(ownRulesOf(city)), city, reports: reportRulesOf(city) };
  made.set(city, rules);
  return rules;
};
