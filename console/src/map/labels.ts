/** Where a label would stand, pixels. */
export interface Anchor {
  readonly key: string;
  readonly x: number;
  readonly y: number;
}

/** Room that a label takes, pixels: as much of a name as is read at a glance, and a line. */
const ROOM = { width: 150, height: 22 } as const;

/** @returns the keys of those that there is room to label, so that no label covers another; who comes first is labelled first. */
export const withRoom = (anchors: readonly Anchor[]): ReadonlySet<string> => {
  const placed: Anchor[] = [];
  for (const anchor of anchors) {
    const collides = placed.some(
      ({ x, y }) => Math.abs(x - anchor.x) < ROOM.width && Math.abs(y - anchor.y) < ROOM.height,
    );
    if (!collides) placed.push(anchor);
  }
  return new Set(placed.map(({ key }) => key));
};
