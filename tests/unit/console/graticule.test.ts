import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { degreesOf, graticuleOf } from '../../../console/src/map/graticule.ts';

describe('lines of latitude and longitude', () => {
  it('stand at round degrees within what is shown', () => {
    expect(graticuleOf({ south: 35.4, west: 97, north: 37.8, east: 104.5 })).toEqual({
      parallels: [36, 37],
      meridians: [97, 98, 99, 100, 101, 102, 103, 104],
    });
  });

  it('come closer together the nearer one looks', () => {
    const { parallels } = graticuleOf({ south: 36.6, west: 101.7, north: 36.7, east: 101.8 });
    expect(parallels).toEqual([36.6, 36.62, 36.64, 36.66, 36.68, 36.7]);
  });

  it('are never more than nine each way, and never outside', () => {
    const degrees = fc.double({ min: -60, max: 60, noNaN: true });
    const span = fc.double({ min: 0.02, max: 100, noNaN: true });
    fc.assert(
      fc.property(degrees, degrees, span, span, (south, west, high, wide) => {
        const bounds = { south, west, north: south + high, east: west + wide };
        const { parallels, meridians } = graticuleOf(bounds);
        expect(Math.max(parallels.length, meridians.length)).toBeLessThanOrEqual(9);
        for (const latitude of parallels) {
          expect(latitude).toBeGreaterThanOrEqual(south - 1e-5);
          expect(latitude).toBeLessThanOrEqual(bounds.north + 1e-5);
        }
      }),
    );
  });

  it('are written as maps write them', () => {
    expect([degreesOf(36.6, ['N', 'S']), degreesOf(-12, ['N', 'S']), degreesOf(101, ['E', 'W'])]).toEqual([
      '36.6°N',
      '12°S',
      '101°E',
    ]);
  });
});
