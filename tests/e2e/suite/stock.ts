import { describe, expect, test } from 'vitest';
import { aFlood, placeIn } from '../../../scripts/walkthrough/payloads.ts';
import { openIncident } from '../../../scripts/walkthrough/steps/request.ts';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import type { StockDetails } from '../../../shared/domain/stock/stock-state.ts';
import { ProblemAnswer } from '../../../shared/http/client.ts';
import { depotRoutes } from '../../../shared/http/routes/depots.ts';
import { stockRoutes } from '../../../shared/http/routes/stock.ts';
import { stockPromiseRoutes } from '../../../shared/http/routes/stock-promises.ts';
import type { StockView } from '../../../shared/http/views/stock.ts';
import type { Deployment } from '../deployment.ts';
import { LANZHOU, now, refusalOf, sceneOf, XINING } from './scene.ts';

const reason = '演示';

/** Depots and the goods in them: taken in, found, promised, brought back. */
export const describeStock = (deployment: Deployment): void => {
  const { desk } = sceneOf(deployment);
  const coordinator = desk('coordinator', LANZHOU);

  const registerDepot = async (): Promise<string> => {
    const body = {
      name: `城关储备库（演示）${crypto.randomUUID()}`,
      keeper: '兰州物资储备中心（演示）',
      position: placeIn(LANZHOU, '储备库（演示）'),
      readinessMinutes: 45,
      dutyContact: { name: '演示库管', telephone: '000-0000-0007' },
    };
    return (await coordinator.call(depotRoutes.registerDepot, { body })).body.depotId;
  };

  const registerTents = async (overrides: Partial<StockDetails> = {}): Promise<StockView> => {
    const depotId = overrides.depotId ?? (await registerDepot());
    const body = { depotId, code: '1040102', name: '棉帐篷（演示）', unit: '顶', quantity: 100, ...overrides };
    return (await coordinator.call(stockRoutes.registerStock, { body })).body;
  };

  const balanceOf = async (stockId: string) =>
    (await coordinator.call(stockRoutes.readStock, { params: { stockId } })).body.balance;

  /** Reservations of forty of a hundred tents, all at once. */
  const race = async (stockId: string, rivals: number): Promise<{ made: string[]; refused: ProblemAnswer[] }> => {
    const incidentId = await openIncident(desk, LANZHOU, aFlood(LANZHOU, now()));
    const body = {
      purpose: { kind: 'incident' as const, id: incidentId },
      quantity: 40,
      until: plus(now(), DAY_MS),
    };
    const calls = Array.from({ length: rivals }, () =>
      coordinator.call(stockPromiseRoutes.reserveStock, { params: { stockId }, body }),
    );
    const outcomes = await Promise.allSettled(calls);
    return {
      made: outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value.body.reservationId] : [])),
      refused: outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as ProblemAnswer] : [])),
    };
  };

  describe.concurrent('depots and stock', () => {
    test('are kept by the city, whose contact is masked, and shown to no other city', async () => {
      const { stockId, depotId, classification } = await registerTents();
      expect(classification.map(({ code }) => code)).toEqual(['1', '104', '10401', '1040102']);
      const { body: depot } = await coordinator.call(depotRoutes.readDepot, { params: { depotId } });
      expect(depot.dutyContact).toEqual({ name: '演*', telephone: '000****0007' });
      const abroad = desk('coordinator', XINING).call(stockRoutes.readStock, { params: { stockId } });
      expect(await refusalOf(abroad)).toMatchObject({ status: 404 });
    });

    test('are found by class, by depot and by the end of the shelf life', async () => {
      const depotId = await registerDepot();
      const { stockId } = await registerTents({ depotId, expiresAt: plus(now(), 30 * DAY_MS) });
      const ids = async (query: { code?: string; expiringUntil?: string }) => {
        const { body } = await coordinator.call(stockRoutes.listStock, { query: { depotId, ...query, limit: 100 } });
        return body.items.map((line) => line.stockId);
      };
      expect(await ids({ code: '1' })).toEqual([stockId]);
      expect(await ids({ code: '3' })).toEqual([]);
      expect(await ids({ expiringUntil: plus(now(), 60 * DAY_MS) })).toEqual([stockId]);
      expect(await ids({ expiringUntil: plus(now(), DAY_MS) })).toEqual([]);
    });

    test('are promised to no more than there is, however many ask at once', async () => {
      const { stockId } = await registerTents();
      const { made, refused } = await race(stockId, 6);
      expect(made).toHaveLength(2);
      for (const problem of refused) {
        expect(problem).toBeInstanceOf(ProblemAnswer);
        expect(['stock-not-enough', 'concurrent-change']).toContain(problem.problem.code);
      }
      expect(await balanceOf(stockId)).toEqual({ onHand: 100, reserved: 80, committed: 0, free: 20 });
    });

    test('go out by a commitment, and what comes back is free again', async () => {
      const { stockId } = await registerTents();
      const [reservationId = ''] = (await race(stockId, 1)).made;
      const { body } = await coordinator.call(stockPromiseRoutes.commitReservedStock, {
        params: { stockId, reservationId },
        body: { quantity: 30 },
      });
      expect(body.balance).toEqual({ onHand: 100, reserved: 10, committed: 30, free: 60 });
      const { commitmentId } = body;
      const returned = { params: { stockId, commitmentId }, body: { returned: 25, reason } };
      await coordinator.call(stockPromiseRoutes.returnStock, returned);
      await coordinator.call(stockPromiseRoutes.releaseStock, { params: { stockId, reservationId }, body: { reason } });
      expect(await balanceOf(stockId)).toEqual({ onHand: 95, reserved: 0, committed: 0, free: 95 });
    });

    test('come and go, but what is promised stays', async () => {
      const { stockId } = await registerTents();
      const params = { stockId };
      await race(stockId, 1);
      await coordinator.call(stockRoutes.receiveStock, { params, body: { quantity: 0.5, reason } });
      const issue = coordinator.call(stockRoutes.issueStock, { params, body: { quantity: 61, reason } });
      expect(await refusalOf(issue)).toMatchObject({ status: 409, code: 'stock-not-enough' });
      const { body } = await coordinator.call(stockRoutes.countStock, { params, body: { counted: 40, reason } });
      expect(body).toMatchObject({ condition: 'exhausted', balance: { onHand: 40, free: 0 } });
    });

    test('are promised no more once they have expired', async () => {
      const { stockId } = await registerTents({ expiresAt: plus(now(), -DAY_MS) });
      const [refused] = (await race(stockId, 1)).refused;
      expect(refused?.problem).toMatchObject({ status: 409, code: 'stock-expired' });
    });
  });
};
