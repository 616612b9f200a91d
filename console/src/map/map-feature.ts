import type { Circle, ShapePoint } from '../../../shared/domain/cap/cap-shapes.ts';
import type { Instant } from '../../../shared/domain/kernel/instant.ts';
import type { Bounds } from './graticule.ts';

/** What the map shows, in the order in which it is listed. */
export const FEATURE_KINDS = ['incident', 'partner-incident', 'deployment', 'warning', 'team'] as const;
export type FeatureKind = (typeof FEATURE_KINDS)[number];

/** How something is drawn: 1 to 4 as levels and colours of warnings go, 5 without. */
export type Grade = 1 | 2 | 3 | 4 | 5;

/** Polygons and circles, WGS-84. */
export interface Shapes {
  readonly polygons: readonly (readonly ShapePoint[])[];
  readonly circles: readonly Circle[];
}

/** A way that is drawn from home to the scene. */
export interface DrawnWay {
  readonly from: ShapePoint;
  readonly to: ShapePoint;
  readonly fromName: string;
  readonly toName: string;
  readonly arrives: Instant | undefined;
  readonly hasArrived: boolean;
  readonly isReported: boolean;
}

/** One thing on the map, as it is drawn, listed and found. */
export interface MapFeature {
  /** `kind:id`, as it stands in the address of the screen. */
  readonly key: string;
  readonly kind: FeatureKind;
  readonly id: string;
  readonly name: string;
  /** Where, in words. */
  readonly place: string;
  /** How it stands, in words. */
  readonly state: string;
  readonly exercise: boolean;
  readonly grade: Grade;
  /** How a team is drawn. */
  readonly condition?: 'available' | 'committed' | 'other';
  readonly at: ShapePoint;
  readonly shapes?: Shapes;
  readonly way?: DrawnWay;
  /** Until when, of a warning. */
  readonly until?: Instant;
}

const DEGREE_KM = 111.32;

const cornersOf = ({ centre: { latitude, longitude }, radiusKm }: Circle): readonly ShapePoint[] => {
  const high = radiusKm / DEGREE_KM;
  const wide = high / Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
  return [
    { latitude: latitude - high, longitude: longitude - wide },
    { latitude: latitude + high, longitude: longitude + wide },
  ];
};

/** @returns every point that must be in view for all of it to be. */
export const pointsOf = ({ at, shapes, way }: MapFeature): readonly ShapePoint[] => [
  at,
  ...(way ? [way.from, way.to] : []),
  ...(shapes ? [...shapes.polygons.flat(), ...shapes.circles.flatMap(cornersOf)] : []),
];

/** @returns the smallest bounds that hold all points; `undefined` of none. */
export const boundsOf = (points: readonly ShapePoint[]): Bounds | undefined =>
  points.reduce<Bounds | undefined>(
    (bounds, { latitude, longitude }) =>
      bounds
        ? {
            south: Math.min(bounds.south, latitude),
            west: Math.min(bounds.west, longitude),
            north: Math.max(bounds.north, latitude),
            east: Math.max(bounds.east, longitude),
          }
        : { south: latitude, west: longitude, north: latitude, east: longitude },
    undefined,
  );

/** @returns whether any of it is in view. */
export const isInView = (feature: MapFeature, view: Bounds): boolean => {
  const own = boundsOf(pointsOf(feature));
  return (
    own !== undefined &&
    own.south <= view.north &&
    own.north >= view.south &&
    own.west <= view.east &&
    own.east >= view.west
  );
};

/** @returns whether its name or place holds the words that were typed. */
export const isCalled = ({ name, place }: MapFeature, words: string): boolean =>
  `${name} ${place}`.toLowerCase().includes(words.trim().toLowerCase());
