import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { costsFor, missionDays, shareOf } from '../../../shared/domain/package/package-costs.ts';
import { COST_CATEGORIES, type Costs, totalCost } from '../../../shared/domain/vocabulary/costs.ts';
import { NOW } from '../../builders/circumstances.ts';

const amount = fc.integer({ min: 0, max: 10_000_000_000 });
const anyCosts: fc.Arbitrary<Costs> = fc.record(
  { personnel: amount, travel: amount, equipment: amount, commodities: amount, other: amount },
  { requiredKeys: [] },
);

describe('the days of a mission', () => {
  it.each([
    [0, 1],
    [1, 1],
    [DAY_MS, 1],
    [DAY_MS + 1, 2],
    [3 * DAY_MS, 3],
  ])('%d ms are %d', (length, days) => {
    expect(missionDays({ from: NOW, until: plus(NOW, length) })).toBe(days);
  });
});

describe('what a package costs', () => {
  const fortnight = { personnel: 1_400_001, travel: 300_001, equipment: 140_000, other: 1 };

  it.each([
    [14, fortnight],
    [7, { personnel: 700_001, travel: 300_001, equipment: 70_000, other: 1 }],
    [1, { personnel: 100_001, travel: 300_001, equipment: 10_000, other: 1 }],
    [28, { personnel: 2_800_002, travel: 300_001, equipment: 280_000, other: 2 }],
  ])('for %d days, travel once', (days, costs) => {
    expect(costsFor(fortnight, days)).toEqual(costs);
  });

  it('is never less for a longer mission, in no category', () => {
    fc.assert(
      fc.property(anyCosts, fc.integer({ min: 1, max: 365 }), (costs, days) => {
        const [short, long] = [costsFor(costs, days), costsFor(costs, days + 1)];
        for (const category of COST_CATEGORIES)
          expect(long[category] ?? 0).toBeGreaterThanOrEqual(short[category] ?? 0);
        expect(Object.keys(short)).toEqual(COST_CATEGORIES.filter((category) => costs[category] !== undefined));
      }),
    );
  });
});

describe('the shares of its teams', () => {
  it('are the whole together, and differ by a fen at most in each category', () => {
    fc.assert(
      fc.property(anyCosts, fc.integer({ min: 1, max: 6 }), (costs, teams) => {
        const places = Array.from({ length: teams }, (_, place) => place);
        const shares = places.map((place) => shareOf(costs, teams, [place]));
        expect(shares.reduce((sum, share) => sum + totalCost(share), 0)).toBe(totalCost(costs));
        expect(shareOf(costs, teams, places)).toEqual(costs);
        for (const category of COST_CATEGORIES) {
          const parts = shares.map((share) => share[category] ?? 0);
          expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});
