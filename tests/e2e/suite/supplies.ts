import { describe, expect, test } from 'vitest';
import { aFlood, anItem, aPromise, placeIn, someTerms } from '../../../scripts/walkthrough/payloads.ts';
import { deploymentWhere, report } from '../../../scripts/walkthrough/steps/deployment.ts';
import { pendingRequisition, receivedWhere } from '../../../scripts/walkthrough/steps/received-request.ts';
import { placedRequest, requestWhere } from '../../../scripts/walkthrough/steps/request.ts';
import { depotRoutes } from '../../../shared/http/routes/depots.ts';
import { receivedRequestRoutes } from '../../../shared/http/routes/received-requests.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import { stockRoutes } from '../../../shared/http/routes/stock.ts';
import type { Deployment } from '../deployment.ts';
import { agreed } from './missions.ts';
import { LANZHOU, now, sceneOf, XINING } from './scene.ts';

const supply = { code: '1040102', unit: '顶' };

/** Supplies asked for by one city and sent by another. */
export const describeSupplies = (deployment: Deployment): void => {
  const scene = sceneOf(deployment);
  const { desk } = scene;

  const aHundredTents = async (): Promise<string> => {
    const coordinator = desk('coordinator', LANZHOU);
    const depot = {
      name: `七里河储备库（演示）${crypto.randomUUID()}`,
      keeper: '兰州物资储备中心（演示）',
      position: placeIn(LANZHOU, '储备库（演示）'),
      readinessMinutes: 45,
      dutyContact: { name: '演示库管', telephone: '000-0000-0008' },
    };
    const { depotId } = (await coordinator.call(depotRoutes.registerDepot, { body: depot })).body;
    const body = { depotId, ...supply, name: '棉帐篷（演示）', quantity: 100 };
    return (await coordinator.call(stockRoutes.registerStock, { body })).body.stockId;
  };

  const balanceOf = async (stockId: string) =>
    (await desk('coordinator', LANZHOU).call(stockRoutes.readStock, { params: { stockId } })).body.balance;

  /** Xining asks for eighty tents; Lanzhou accepts with seventy of its hundred. */
  const offered = async () => {
    const stockId = await aHundredTents();
    const terms = someTerms(now(), { resourceKinds: ['water-rescue', 'supplies'], preAuthorised: [] });
    const { kind: _kind, level: _level, ...errand } = anItem(XINING, now());
    const placed = await placedRequest(desk, {
      city: XINING,
      incident: aFlood(XINING, now()),
      items: [{ ...errand, kind: 'supplies', level: 3, supply, quantity: 80, mission: '安置转移群众' }],
      agreementIds: [await agreed(scene, terms)],
    });
    const { requestId } = placed;
    const itemId = placed.items[0]?.itemId ?? '';
    await receivedWhere(desk, LANZHOU, requestId);
    const lots = [{ stockId, quantity: 70 }];
    const items = [{ response: 'accept' as const, itemId, lots, ...aPromise(now()) }];
    const call = { params: { requestId }, body: { items } };
    const { body } = await desk('duty-officer', LANZHOU).call(receivedRequestRoutes.answerReceivedRequest, call);
    await requestWhere(desk, XINING, requestId, ({ placements }) => (placements[0]?.answers.length ?? 0) > 0);
    return { requestId, itemId, stockId, messageId: body.items[0]?.given?.messageId ?? '' };
  };

  describe.concurrent('supplies', () => {
    test('are kept back with the answer, requisitioned, committed, delivered, and gone', async () => {
      const { requestId, itemId, stockId } = await offered();
      expect(await balanceOf(stockId)).toEqual({ onHand: 100, reserved: 70, committed: 0, free: 30 });
      const funding = { fundCode: 'DEMO-2026-0815' };
      const { costs } = aPromise(now());
      const taking = { city: LANZHOU, itemId, stockIds: [stockId], costs, funding, reason: '最近' };
      const wanted = { params: { requestId }, body: { requisitions: [taking] } };
      await desk('representative', XINING).call(requestRoutes.requisitionTeams, wanted);
      const requisitionId = await pendingRequisition(desk, LANZHOU, requestId);
      const { costs: _, ...estimates } = aPromise(now());
      await desk('representative', LANZHOU).call(receivedRequestRoutes.commitRequisition, {
        params: { requestId, requisitionId },
        body: { stockIds: [stockId], ...estimates },
      });
      const { deployments } = await requestWhere(desk, XINING, requestId, (there) => there.deployments.length > 0);
      const deploymentId = deployments[0]?.deploymentId ?? '';
      for (const status of ['departed', 'arrived', 'delivered'] as const) {
        await report(desk, LANZHOU, deploymentId, { status, at: now() }, 'duty-officer');
        const seen = await deploymentWhere(desk, XINING, deploymentId, (there) => there.status === status);
        expect(seen.lot).toMatchObject({ stockId, quantity: 70, unit: '顶' });
      }
      expect(await balanceOf(stockId)).toEqual({ onHand: 30, reserved: 0, committed: 0, free: 30 });
      const { quantities } = await requestWhere(
        desk,
        XINING,
        requestId,
        (there) => there.deployments[0]?.ended === true,
      );
      expect(quantities).toMatchObject([{ needed: 80, committed: 70, open: 10 }]);
    });

    test('are free again when the answer is withdrawn', async () => {
      const { requestId, stockId, messageId } = await offered();
      const call = { params: { requestId, messageId }, body: { reason: '本市急用' } };
      await desk('duty-officer', LANZHOU).call(receivedRequestRoutes.withdrawAnswer, call);
      expect(await balanceOf(stockId)).toEqual({ onHand: 100, reserved: 0, committed: 0, free: 100 });
      await requestWhere(desk, XINING, requestId, ({ placements }) => placements[0]?.status === 'withdrawn');
    });
  });
};
