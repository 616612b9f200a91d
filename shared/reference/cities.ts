import type { CityCode } from '../domain/kernel/city-code.ts';
import type { Text } from '../domain/kernel/text.ts';

/** What the service knows of a city before any message has come from it. */
export interface CityReference {
  readonly code: CityCode;
  readonly name: Text;
  /** WGS-84 degrees of the city's seat, for distances. */
  readonly seat: { readonly latitude: number; readonly longitude: number };
}

/** The cities of the reference deployment (GB/T 2260). */
export const CITIES: readonly CityReference[] = [
  { code: '630100', name: { zh: '西宁市', en: 'Xining' }, seat: { latitude: 36.617, longitude: 101.778 } },
  { code: '620100', name: { zh: '兰州市', en: 'Lanzhou' }, seat: { latitude: 36.061, longitude: 103.834 } },
  { code: '630200', name: { zh: '海东市', en: 'Haidong' }, seat: { latitude: 36.502, longitude: 102.104 } },
  { code: '632500', name: { zh: '海南藏族自治州', en: 'Hainan' }, seat: { latitude: 36.286, longitude: 100.62 } },
  { code: '632800', name: { zh: '海西蒙古族藏族自治州', en: 'Haixi' }, seat: { latitude: 37.377, longitude: 97.37 } },
];

/**
 * @returns the city's name in both languages, or its code where the reference data does not list it.
 */
export const cityName = (code: CityCode): Text =>
  CITIES.find((city) => city.code === code)?.name ?? { zh: code, en: code };
