import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missionsOf, shareOfCosts } from '../../../shared/domain/request/missions.ts';
import { COST_CATEGORIES, totalCost } from '../../../shared/domain/vocabulary/costs.ts';
import { costs } from '../../builders/answer-arbitraries.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { anItem, aRequisition, IDS } from '../../builders/received-request.ts';
import { aTeam, commitmentOf, recordAt, requisitioned } from '../../builders/request.ts';

describe('shares of costs', () => {
  it('add up to the whole and differ by a fen at most', () => {
    fc.assert(
      fc.property(costs, fc.integer({ min: 1, max: 6 }), (whole, count) => {
        const shares = Array.from({ length: count }, (_, index) => shareOfCosts(whole, count, index));
        expect(shares.reduce((sum, share) => sum + totalCost(share), 0)).toBe(totalCost(whole));
        for (const category of COST_CATEGORIES) {
          const amounts = shares.map((share) => share[category] ?? 0);
          expect(Math.max(...amounts) - Math.min(...amounts)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe('mission orders', () => {
  const teams = [aTeam(1), aTeam(2), aTeam(3)];
  const requisition = aRequisition({ teams, costs: { travel: 10 } });
  const source = {
    ...{ requestId: IDS.request, agreementId: IDS.agreement, owner: LANZHOU, requester: XINING, exercise: true },
    ...{ item: anItem(), requisition },
  };
  const commitment = { ...commitmentOf(recordAt(requisitioned()), [aTeam(3), aTeam(1)]) };

  it('go to each team committed, at its own share: that of a team that does not come is not owed', () => {
    expect(missionsOf({ ...source, commitment })).toMatchObject([
      { team: aTeam(3), costs: { travel: 3 }, exercise: true, requestedArrival: anItem().neededBy },
      { team: aTeam(1), costs: { travel: 4 }, requestedReturn: anItem().neededUntil },
    ]);
  });

  it('say how often the item asks its teams to check in, if it does', () => {
    const asks = (item: ReturnType<typeof anItem>) =>
      missionsOf({ ...source, item, commitment }).map((mission) =>
        'lot' in mission ? undefined : mission.checkInMinutes,
      );
    expect(asks(anItem({ checkInMinutes: 30 }))).toEqual([30, 30]);
    expect(asks(anItem())).toEqual([undefined, undefined]);
  });
});
