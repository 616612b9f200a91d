import { coverCircle } from './cover.ts';
import type { Point } from './lookup-query.ts';
import { placeOf } from './place-key.ts';

/** @returns the sort key of a row in a list that is ordered by place: what is near together stands together. */
export const nearSort = (point: Point, id: string): string => `${placeOf(point)}#${id}`;

/** @returns the bounds of sort keys, at most nine pairs, that hold every row within so many kilometres of a point, and some beyond. */
export const nearRanges = (point: Point, radiusKm: number): readonly (readonly [from: string, to: string])[] =>
  coverCircle(point, radiusKm).map(([from, to]) => [from, `${to}~`] as const);
