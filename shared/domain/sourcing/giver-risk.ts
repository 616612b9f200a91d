import type { CityCode } from '../kernel/city-code.ts';
import { type Hazard, RESPONSE_LEVELS, type ResponseLevel } from '../vocabulary/hazards.ts';
import { levelOf, type WarningColour } from '../warning/warning-colour.ts';

/**
 * What a city has on its own hands: an open incident at its response level, or a warning at the same four levels (red, orange, yellow and
 * blue stand for I to IV).
 */
export interface Trouble {
  readonly hazard: Hazard;
  readonly level: ResponseLevel;
}

/** What this city knows of the troubles of its partners, by city; a city that is not named has told of none. */
export type Awareness = ReadonlyMap<CityCode, readonly Trouble[]>;

const severity = ({ level }: Trouble): number => RESPONSE_LEVELS.length - RESPONSE_LEVELS.indexOf(level);

/** @returns risk points: 0 for a city that has told of nothing, up to 4 for one at level I. */
export const riskOf = (troubles: readonly Trouble[]): number => Math.max(0, ...troubles.map(severity));

/** @returns risk points of a warning, whose colours stand for the levels of response. */
export const riskOfColour = (colour: WarningColour): number => RESPONSE_LEVELS.length + 1 - levelOf(colour);

/**
 * A city at level I needs everybody at home, and one that fights the same hazard at level I or II the very teams that are asked for: it
 * would promise what it must take back. Any lesser trouble leaves the choice to the city, and only decides between equals.
 * @returns what keeps a city from giving, if anything does.
 */
export const forbidding = (troubles: readonly Trouble[], hazard: Hazard): Trouble | undefined =>
  troubles.find((trouble) => trouble.level === 'I' || (trouble.level === 'II' && trouble.hazard === hazard));
