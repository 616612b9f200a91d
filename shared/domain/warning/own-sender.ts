import type { CityCode } from '../kernel/city-code.ts';

/** @returns as whom a city signs the alerts that it sends. */
export const ownSender = (city: CityCode): string => `${city}@shouwang`;
