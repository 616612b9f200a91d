import { describe, expect, it } from 'vitest';
import { type PlacementPart, partsOf, transactionsOf } from '../../../shared/domain/sourcing/placement-parts.ts';
import type { Choice, SourcingPlan } from '../../../shared/domain/sourcing/sourcing-plan.ts';
import { aFreshId, LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { idOf } from '../../builders/received-request.ts';

const [WATER, MEDICAL] = [idOf(0xb01), idOf(0xb02)];

const choice = (number: number, source: Choice['source']): Choice => ({
  ...{
    kind: 'team',
    id: idOf(0xc00 + number),
    city: XINING,
    name: '队',
    source,
    quantity: 1,
    level: 1,
    arrivalMinutes: 1,
  },
  ...{ estimatedArrival: NOW, minutesLate: 0, estimatedCost: 0, risk: 0, reasons: [] },
});
const lanzhou = { type: 'partner', city: LANZHOU, agreementId: idOf(0xa01) } as const;

const planOf = (water: readonly Choice[], medical: readonly Choice[] = []): SourcingPlan => ({
  ...{ requestId: idOf(1), plannedAt: NOW, options: { from: ['own'], prefer: 'arrival' } },
  items: [[WATER, water] as const, [MEDICAL, medical] as const].map(([itemId, chosen]) => ({
    ...{ itemId, kind: 'water-rescue', level: 2, open: chosen.length, chosen: [...chosen] },
    ...{ unfilled: { quantity: 0, reasons: [] }, notChosen: [] },
  })),
  totals: { open: 0, filled: 0, unfilled: 0, estimatedCost: 0 },
});

const own = (count: number): PlacementPart[] =>
  Array.from({ length: count }, () => ({ type: 'own', itemId: WATER, teamId: aFreshId(), deploymentId: aFreshId() }));

describe('the parts of a plan', () => {
  it('are an order for each own team, a task for each agency, and one request for each partner', () => {
    const plan = planOf(
      [choice(1, { type: 'own' }), choice(2, lanzhou)],
      [choice(3, lanzhou), choice(4, { type: 'agency' })],
    );
    const parts = partsOf(plan, undefined, aFreshId);
    expect(parts).toMatchObject([
      { type: 'own', itemId: WATER, teamId: idOf(0xc01) },
      lanzhou,
      { type: 'agency', itemId: MEDICAL, agencyId: idOf(0xc04) },
    ]);
  });

  it('are those that were picked, for the item they were picked for', () => {
    const plan = planOf([choice(1, { type: 'own' })], [choice(2, { type: 'own' })]);
    const picked = [
      { itemId: WATER, id: idOf(0xc01) },
      { itemId: WATER, id: idOf(0xc02) },
    ];
    expect(partsOf(plan, picked, aFreshId)).toMatchObject([{ teamId: idOf(0xc01) }]);
  });

  it('go into as few transactions as hold them, partners first', () => {
    expect(transactionsOf([])).toEqual([]);
    expect(transactionsOf(own(5))).toHaveLength(1);
    const [first, second, ...others] = transactionsOf([...own(12), lanzhou]);
    expect(first?.[0]).toEqual(lanzhou);
    expect([...(first ?? []), ...(second ?? []), ...others.flat()]).toHaveLength(13);
  });
});
