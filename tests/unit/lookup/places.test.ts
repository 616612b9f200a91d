import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverCircle } from '../../../shared/domain/lookup/cover.ts';
import {
  fromPlaceKey,
  middleOf,
  PLACE_DIGITS,
  placeOf,
  placeRange,
  toPlaceKey,
} from '../../../shared/domain/lookup/place-key.ts';
import { distanceKm } from '../../../shared/domain/vocabulary/estimated-travel.ts';
import { aFreshId } from '../../builders/circumstances.ts';

/** Where people ask for help: not at the poles, nor across the date line. */
const point = fc.record({
  latitude: fc.double({ min: -65, max: 65, noNaN: true }),
  longitude: fc.double({ min: -170, max: 170, noNaN: true }),
});
const radius = fc.double({ min: 0.2, max: 400, noNaN: true });
/** A point within so many kilometres, by bearing and share of the radius. */
const within = (centre: { latitude: number; longitude: number }, kilometres: number, angle: number, share: number) => ({
  latitude: centre.latitude + (Math.sin(angle) * kilometres * share) / 111.2,
  longitude:
    centre.longitude + (Math.cos(angle) * kilometres * share) / 111.2 / Math.cos((centre.latitude * Math.PI) / 180),
});

describe('places', () => {
  it('name a point to some hundred metres', () => {
    fc.assert(
      fc.property(point, (where) => {
        expect(placeOf(where)).toHaveLength(PLACE_DIGITS);
        expect(distanceKm(middleOf(placeOf(where)), where)).toBeLessThan(0.15);
      }),
    );
  });

  it('of larger cells are the beginnings of those of smaller ones', () => {
    fc.assert(
      fc.property(point, fc.integer({ min: 1, max: PLACE_DIGITS - 1 }), (where, digits) => {
        const place = placeOf(where);
        expect(placeOf(middleOf(place)).slice(0, digits)).toBe(place.slice(0, digits));
      }),
    );
  });

  it('are read back from the key they stand in', () => {
    const key = {
      kind: 'expert',
      place: placeOf({ latitude: 36, longitude: 101 }),
      id: aFreshId(),
      source: 'own',
    } as const;
    expect(fromPlaceKey(toPlaceKey(key))).toEqual(key);
  });

  it('cover a circle in at most nine stretches that leave nothing of it out', () => {
    fc.assert(
      fc.property(
        point,
        radius,
        fc.double({ min: 0, max: 6.28, noNaN: true }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        (centre, kilometres, angle, share) => {
          const stretches = coverCircle(centre, kilometres);
          expect(stretches.length).toBeLessThanOrEqual(9);
          const inside = within(centre, kilometres, angle, share);
          fc.pre(distanceKm(inside, centre) <= kilometres);
          const key = toPlaceKey({ kind: 'team', place: placeOf(inside), id: aFreshId(), source: 'own' });
          const holds = stretches.some(([from, to]) => {
            const [low, high] = placeRange('team', from, to);
            return low <= key && key <= high;
          });
          expect(holds).toBe(true);
        },
      ),
    );
  });

  it('cover the whole earth when the circle is as large', () => {
    expect(coverCircle({ latitude: 36, longitude: 101 }, 30_000)).toEqual([['', '']]);
  });
});
