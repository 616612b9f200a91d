import type { Point } from './lookup-query.ts';
import { cellAt, PLACE_DIGITS, placeOfCell } from './place-key.ts';

const KILOMETRES_PER_DEGREE = 111.2;

/** The digits at which a cell is at least as high and wide as the radius: a circle then lies within three by three. */
const digitsFor = (radiusKilometres: number, latitude: number): number => {
  const degrees = radiusKilometres / KILOMETRES_PER_DEGREE;
  const widest = degrees / Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  const digits = Math.floor(Math.min(Math.log2(180 / degrees), Math.log2(360 / widest)));
  return Math.min(PLACE_DIGITS, Math.max(0, digits));
};

const numbersBetween = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** One stretch of places, both ends of which are beginnings that count in full. */
export type Stretch = readonly [from: string, to: string];

const joined = (places: readonly string[]): readonly Stretch[] => {
  const stretches: [string, string][] = [];
  for (const place of places.toSorted()) {
    const last = stretches.at(-1);
    if (last && Number.parseInt(place, 4) === Number.parseInt(last[1], 4) + 1) last[1] = place;
    else stretches.push([place, place]);
  }
  return stretches;
};

/**
 * @returns at most nine stretches of places that hold every point within so many kilometres of the centre, and some beyond. Does not
 * reach across the 180th meridian.
 */
export const coverCircle = (centre: Point, radiusKilometres: number): readonly Stretch[] => {
  const digits = digitsFor(radiusKilometres, centre.latitude);
  if (digits === 0) return [['', '']];
  const latitudes = radiusKilometres / KILOMETRES_PER_DEGREE;
  const longitudes = latitudes / Math.max(0.01, Math.cos((centre.latitude * Math.PI) / 180));
  const low = cellAt({ latitude: centre.latitude - latitudes, longitude: centre.longitude - longitudes }, digits);
  const high = cellAt({ latitude: centre.latitude + latitudes, longitude: centre.longitude + longitudes }, digits);
  return joined(
    numbersBetween(low.row, high.row).flatMap((row) =>
      numbersBetween(low.column, high.column).map((column) => placeOfCell({ column, row }, digits)),
    ),
  );
};
