import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { likeness, type Sighting, textShare } from '../../../shared/domain/work-order/likeness.ts';
import { NOW } from '../../builders/circumstances.ts';

const aSighting = (overrides: Partial<Sighting> = {}): Sighting => ({
  hazard: 'flood',
  position: { latitude: 36.6, longitude: 101.77 },
  occurredAt: NOW,
  text: '南川河边小区地下车库进水，有人被困',
  ...overrides,
});

const arbitrarySighting = fc.record<Sighting>({
  hazard: fc.constantFrom('flood', 'fire'),
  position: fc.record({
    latitude: fc.double({ min: 36.59, max: 36.61, noNaN: true }),
    longitude: fc.double({ min: 101.76, max: 101.78, noNaN: true }),
  }),
  occurredAt: fc.integer({ min: -20, max: 0 }).map((hours) => plus(NOW, hours * HOUR_MS)),
  text: fc.string({ maxLength: 40, unit: fc.constantFrom(...'南川河水进被困1 ，a') }),
});

describe('the likeness of two sightings', () => {
  it('is the same whichever comes first', () => {
    fc.assert(
      fc.property(arbitrarySighting, arbitrarySighting, (one, other) => {
        expect(likeness(one, other)).toEqual(likeness(other, one));
      }),
    );
  });

  it('lies between 0 and 100, and is highest for the very same', () => {
    fc.assert(
      fc.property(arbitrarySighting, arbitrarySighting, (one, other) => {
        const score = likeness(one, other)?.score ?? 0;
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(likeness(one, one)?.score ?? 0);
      }),
    );
    expect(likeness(aSighting(), aSighting())?.score).toBe(100);
  });

  it.each<[string, Partial<Sighting>]>([
    ['of another kind', { hazard: 'fire' }],
    ['too far', { position: { latitude: 36.62, longitude: 101.77 } }],
    ['too late', { occurredAt: plus(NOW, 13 * HOUR_MS) }],
  ])('is none when one is %s', (_, overrides) => {
    expect(likeness(aSighting(), aSighting(overrides))).toBeUndefined();
  });

  it('gives its reasons, and counts words', () => {
    const similar = likeness(
      aSighting(),
      aSighting({ text: '小区地下车库进水，人被困', occurredAt: plus(NOW, -HOUR_MS) }),
    );
    const different = likeness(aSighting(), aSighting({ text: '停电', occurredAt: plus(NOW, -HOUR_MS) }));
    expect(similar?.score).toBeGreaterThan(different?.score ?? 100);
    expect(different?.reasons.map(({ zh }) => zh)).toEqual(['相距0米', '相隔60分钟', '文字相同0%']);
    expect(textShare('ＡＢ', 'ab')).toBe(1);
    expect(textShare('', '')).toBe(0);
  });
});
