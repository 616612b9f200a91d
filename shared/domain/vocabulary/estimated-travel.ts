import { HOUR_MS } from '../kernel/instant.ts';
import type { Position } from './position.ts';

const EARTH_RADIUS_KM = 6371;
/** Roads in the mountains of Gansu and Qinghai are longer than the straight line, and convoys slow. */
const ROAD_FACTOR = 1.4;
const CONVOY_KM_PER_HOUR = 60;

/** Degrees on the ground. */
type Point = Pick<Position, 'latitude' | 'longitude'>;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** @returns kilometres along the great circle; the reference systems differ by less than a metre, which is left out of account. */
export const distanceKm = (from: Point, to: Point): number => {
  const latitudes = Math.sin(radians(to.latitude - from.latitude) / 2) ** 2;
  const longitudes = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  const chord = latitudes + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * longitudes;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, chord)));
};

/** @returns milliseconds a convoy takes by road, estimated without a road network: at least a minute. */
export const travelMs = (from: Point, to: Point): number =>
  Math.max(60_000, Math.round(((distanceKm(from, to) * ROAD_FACTOR) / CONVOY_KM_PER_HOUR) * HOUR_MS));
