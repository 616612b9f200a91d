import type { RegistryEntry } from '../../../shared/domain/registry/registry-entry.ts';
import { CITIES, type CityReference } from '../../../shared/reference/cities.ts';

/** @returns the value at an index, from the beginning again after the last. */
export const pick = <T>(values: readonly [T, ...T[]], index: number): T => values[index % values.length] ?? values[0];

let count = 0;

/** Has ids drawn from the first on again, so that the same entries have the same. */
export const drawIdsAnew = (): void => {
  count = 0;
};

const nextId = (): string => {
  count += 1;
  return `0190e100-0000-7000-8000-${count.toString(16).padStart(12, '0')}`;
};

const VALID = { validFrom: '2025-12-31T16:00:00.000Z', validUntil: '2027-12-31T16:00:00.000Z' } as const;
const NO_RESOURCES = { capabilities: [], hazards: [], languages: [], blocked: [], load: 0 } as const;

/** @returns a place some kilometres from the seat of a city; the same index gives the same place. */
export const placeNear = ({ seat, name }: CityReference, index: number): RegistryEntry['position'] => ({
  latitude: seat.latitude + ((index * 37) % 21) / 100 - 0.1,
  longitude: seat.longitude + ((index * 53) % 25) / 100 - 0.12,
  crs: 'CGCS2000',
  place: `${name.zh}${pick(['城东', '城西', '城北', '新区'], index)}`,
});

/** @returns an entry of that kind, with only what is needed said of it. */
export const entryOf = (
  entry: Pick<RegistryEntry, 'kind' | 'city' | 'name'> & Partial<RegistryEntry>,
): RegistryEntry => ({
  id: nextId(),
  words: [],
  ...NO_RESOURCES,
  capabilities: [],
  hazards: [],
  languages: [],
  blocked: [],
  position: placeNear(CITIES.find(({ code }) => code === entry.city) ?? (CITIES[0] as CityReference), 0),
  readinessMinutes: 30,
  ...VALID,
  ...entry,
});
