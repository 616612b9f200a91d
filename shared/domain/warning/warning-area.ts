import type { CapAlert } from '../cap/cap-alert.ts';
import type { CapArea } from '../cap/cap-info.ts';
import { type Circle, circleOf, polygonOf, type ShapePoint } from '../cap/cap-shapes.ts';
import type { CityCode } from '../kernel/city-code.ts';
import { distanceKm } from '../vocabulary/estimated-travel.ts';
import type { WarningVocabulary } from './warning-vocabulary.ts';

/** What an alert says of where it is, ready to be compared with. */
export interface WarningArea {
  readonly polygons: readonly (readonly ShapePoint[])[];
  readonly circles: readonly Circle[];
  /** GB/T 2260 codes, six digits: provinces, cities and counties. */
  readonly divisions: readonly string[];
}

const areasOf = ({ info = [] }: CapAlert): readonly CapArea[] => info.flatMap(({ area = [] }) => area);

const divisionsOf = ({ geocode = [] }: CapArea, { divisionNames }: WarningVocabulary): readonly string[] =>
  geocode
    .filter(({ valueName }) => divisionNames.some((name) => valueName.toLowerCase().includes(name)))
    .flatMap(({ value }) => value.trim().split(/[\s,]+/))
    .filter((code) => /^[1-9]\d{5}(\d{6})?$/.test(code))
    .map((code) => code.slice(0, 6));

/** @returns where an alert is, all its areas together. */
export const areaOf = (alert: CapAlert, vocabulary: WarningVocabulary): WarningArea => {
  const areas = areasOf(alert);
  return {
    polygons: areas.flatMap(({ polygon = [] }) => polygon.flatMap((text) => [polygonOf(text) ?? []])),
    circles: areas.flatMap(({ circle = [] }) => circle.flatMap((text) => circleOf(text) ?? [])),
    divisions: [...new Set(areas.flatMap((area) => divisionsOf(area, vocabulary)))],
  };
};

/** Even–odd rule: a ray to the east crosses the outline of what holds the point an odd number of times. */
const isInPolygon = ({ latitude, longitude }: ShapePoint, corners: readonly ShapePoint[]): boolean => {
  const crossings = corners.slice(1).filter((to, index) => {
    const from = corners[index] ?? to;
    if (from.latitude > latitude === to.latitude > latitude) return false;
    const share = (latitude - from.latitude) / (to.latitude - from.latitude);
    return longitude < from.longitude + share * (to.longitude - from.longitude);
  });
  return crossings.length % 2 === 1;
};

/** @returns whether a point lies in a polygon or a circle of the area; the reference systems differ by less than a metre. */
export const isInShapes = (point: ShapePoint, { polygons, circles }: WarningArea): boolean =>
  polygons.some((corners) => isInPolygon(point, corners)) ||
  circles.some(({ centre, radiusKm }) => distanceKm(point, centre) <= radiusKm);

/** How an area takes in a city: all of it by its code, a county of it by its code, or its seat lies in a shape. */
export const AREA_BASES = ['division', 'part', 'seat'] as const;
export type AreaBasis = (typeof AREA_BASES)[number];

const isPartOf = (division: string, city: CityCode): boolean =>
  city.endsWith('00') && division.slice(0, 4) === city.slice(0, 4);

/** Codes end in zeros for what is above: a province in four, the country in five. */
const takesIn = (division: string, city: CityCode): boolean =>
  division === city || (division.endsWith('0000') && [city.slice(0, 2), '10'].includes(division.slice(0, 2)));

/** A city that could be warned: its code and the point that stands for it. */
export interface WarnableCity {
  readonly code: CityCode;
  readonly seat: ShapePoint;
}

/** @returns how an area takes in a city, if it does. Outlines of cities are not to be had freely: shapes are compared with its seat. */
export const basisFor = (area: WarningArea, { code, seat }: WarnableCity): AreaBasis | undefined => {
  if (area.divisions.some((division) => takesIn(division, code))) return 'division';
  if (area.divisions.some((division) => isPartOf(division, code))) return 'part';
  return isInShapes(seat, area) ? 'seat' : undefined;
};

/** @returns a circle around all polygons and circles of an area, to look things up in; `undefined` when there are none. */
export const circleAround = ({ polygons, circles }: WarningArea): Circle | undefined => {
  const points = [...polygons.flat(), ...circles.map(({ centre }) => centre)];
  if (points.length === 0) return undefined;
  const middle = (values: readonly number[]): number =>
    (values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY) +
      values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)) /
    2;
  const centre = {
    latitude: middle(points.map(({ latitude }) => latitude)),
    longitude: middle(points.map(({ longitude }) => longitude)),
  };
  const reaches = [
    ...polygons.flat().map((corner) => distanceKm(centre, corner)),
    ...circles.map((circle) => distanceKm(centre, circle.centre) + circle.radiusKm),
  ];
  return { centre, radiusKm: reaches.reduce((most, reach) => Math.max(most, reach), 0) };
};
