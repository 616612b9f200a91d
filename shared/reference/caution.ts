import type { CityCode } from '../domain/kernel/city-code.ts';
import type { Caution } from '../domain/warning/feared.ts';

const USUAL: Caution = { colour: 'red', hazards: 'any' };

/** What single cities lay down differently. */
const OF_CITIES: Readonly<Record<CityCode, Caution>> = {};

/** @returns under which warnings of its own area a city asks its duty room before it promises by a pre-authorisation. */
export const cautionOf = (city: CityCode): Caution => OF_CITIES[city] ?? USUAL;
