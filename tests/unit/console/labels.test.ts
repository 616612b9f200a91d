import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withRoom } from '../../../console/src/map/labels.ts';

describe('labels on the map', () => {
  it('are left out where another one stands already', () => {
    const anchors = [
      { key: 'first', x: 100, y: 100 },
      { key: 'over it', x: 180, y: 110 },
      { key: 'below it', x: 100, y: 125 },
      { key: 'beside it', x: 260, y: 100 },
    ];
    expect([...withRoom(anchors)]).toEqual(['first', 'below it', 'beside it']);
  });

  it('never cover one another, and the first has one', () => {
    const place = fc.integer({ min: 0, max: 1000 });
    fc.assert(
      fc.property(fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 40 }), (places) => {
        const anchors = places.map(([x, y], at) => ({ key: String(at), x, y }));
        const labelled = withRoom(anchors);
        expect(labelled.has('0')).toBe(true);
        const kept = anchors.filter(({ key }) => labelled.has(key));
        for (const one of kept)
          for (const other of kept)
            if (one !== other) expect(Math.abs(one.x - other.x) >= 150 || Math.abs(one.y - other.y) >= 22).toBe(true);
      }),
    );
  });
});
