import type { CityRules, HandOffRule } from '../../shared/domain/deadline/city-rules.ts';
import { HAND_OFFS, type HandOff } from '../../shared/domain/deadline/hand-off.ts';
import { type OpenDeadline, OpenDeadlineSchema } from '../../shared/domain/deadline/open-deadline.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import { cityRulesOf } from '../../shared/reference/city-rules.ts';
import { XINING } from './circumstances.ts';

/** By when everything is due in a city that has laid down nothing but {@link rulesWithin}. */
export const WITHIN_MINUTES = 90;

/** @returns the rules of a city whose table gives every hand-off the same time. */
export const rulesWithin = (city: CityCode = XINING, minutes = WITHIN_MINUTES): CityRules => ({
  ...cityRulesOf(city),
  handOffs: Object.fromEntries(
    Object.keys(HAND_OFFS).map((handOff) => [handOff, { due: { after: 'minutes', minutes }, acts: [] }]),
  ) as unknown as Record<HandOff, HandOffRule>,
});

const whoIn = ({ waitsFor }: OpenDeadline): string => (waitsFor.who === 'city' ? waitsFor.city : waitsFor.who);

/**
 * @returns what is waited for, each in a word: hand-off and of whom.
 * @throws Error when something of it is not an open deadline, or two are the same one.
 */
export const waitsIn = (deadlines: readonly OpenDeadline[] = []): readonly string[] => {
  const names = deadlines.map(({ handOff, key }) => `${handOff} ${key}`);
  if (new Set(names).size < names.length) throw new Error(`the same is waited for twice: ${names.join(', ')}`);
  return deadlines.map((deadline) => `${deadline.handOff} ${whoIn(OpenDeadlineSchema.parse(deadline))}`);
};
