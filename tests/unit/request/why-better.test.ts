import { describe, expect, it } from 'vitest';
import { byCriteria, whyBetter } from '../../../shared/domain/request/comparison-criteria.ts';
import type { OfferMeasures } from '../../../shared/domain/request/offer-measures.ts';

const team = {
  teamId: '0190b000-0000-7000-8000-000000000501',
  name: '一队',
  kind: 'water-rescue',
  level: 1,
  headcount: 9,
} as const;

const anOffer = (overrides: Partial<OfferMeasures> = {}): OfferMeasures =>
  ({
    city: '620100',
    messageId: '0190b000-0000-7000-8000-000000000600',
    response: 'accept',
    teams: [team],
    fit: { levelAsked: 2, teamsAtLevel: 1, shortfall: 0 },
    arrival: {
      estimatedDeparture: '2026-07-15T01:00:00.000Z',
      estimatedArrival: '2026-07-15T05:00:00.000Z',
      neededBy: '2026-07-15T12:00:00.000Z',
      minutesLate: -420,
    },
    cost: { costs: { personnel: 100_000 }, total: 100_000 },
    ...overrides,
  }) as OfferMeasures;

const arriving = (minutesLate: number): Pick<OfferMeasures, 'arrival'> => ({
  arrival: { ...anOffer().arrival, minutesLate },
});
const costing = (total: number, overCeiling?: number): Pick<OfferMeasures, 'cost'> => ({
  cost: { costs: {}, total, ...(overCeiling === undefined ? {} : { overCeiling }) },
});

describe('why one offer is better than another', () => {
  const better = anOffer({ city: '630200' });

  it.each([
    ['fit', anOffer({ fit: { levelAsked: 2, teamsAtLevel: 0, shortfall: 0 } }), '低于等级要求的队伍少1支'],
    ['being in time', anOffer(arriving(10)), '能按时到达'],
    ['quantity', anOffer({ fit: { levelAsked: 2, teamsAtLevel: 1, shortfall: 3 } }), '缺口少3'],
    ['the ceiling', anOffer(costing(100_000, 5)), '未超费用上限'],
    ['conditions', anOffer({ response: 'provisional', condition: '自带油料' }), '不附条件'],
    ['arrival', anOffer(arriving(-300)), '早到120分钟'],
    ['price', anOffer(costing(150_000)), '报价低500.00元'],
  ])('is said by the first thing that decides: %s', (_, other, words) => {
    expect(byCriteria(better, other)).toBeLessThan(0);
    expect(byCriteria(other, better)).toBeGreaterThan(0);
    expect(whyBetter(better, other)?.zh).toContain(words);
  });

  it('puts fit before time and time before money', () => {
    const unfit = anOffer({ fit: { levelAsked: 2, teamsAtLevel: 0, shortfall: 0 }, ...arriving(-600), ...costing(1) });
    expect(byCriteria(better, unfit)).toBeLessThan(0);
    expect(byCriteria(better, anOffer({ ...arriving(-300), ...costing(1) }))).toBeLessThan(0);
  });

  it('is nothing of an offer and itself, and the code of the city where all else is as good', () => {
    expect(whyBetter(better, better)).toBeUndefined();
    expect(whyBetter(anOffer(), better)?.zh).toBe('各项相当，按城市代码排列');
  });
});
