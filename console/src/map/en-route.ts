import type { ShapePoint } from '../../../shared/domain/cap/cap-shapes.ts';
import type { Instant } from '../../../shared/domain/kernel/instant.ts';

/** A way from one place to another, and when it begins and ends as far as is known. */
export interface Way {
  readonly from: ShapePoint;
  readonly to: ShapePoint;
  readonly departs: Instant | undefined;
  readonly arrives: Instant | undefined;
}

const clamped = (share: number): number => Math.min(1, Math.max(0, share));

/** @returns which share of a way is behind somebody at a moment (milliseconds), 0 to 1; where times are missing, none. */
export const shareOfWay = ({ departs, arrives }: Pick<Way, 'departs' | 'arrives'>, now: number): number => {
  if (departs === undefined || arrives === undefined) return 0;
  const [start, end] = [Date.parse(departs), Date.parse(arrives)];
  return end <= start ? clamped(now < end ? 0 : 1) : clamped((now - start) / (end - start));
};

/** @returns the point that lies at a share of the straight line between two places. */
export const pointAt = (from: ShapePoint, to: ShapePoint, share: number): ShapePoint => ({
  latitude: from.latitude + (to.latitude - from.latitude) * share,
  longitude: from.longitude + (to.longitude - from.longitude) * share,
});
