import { describe, expect, it } from 'vitest';
import { receivedRequestRoutes as theirs } from '../../../shared/http/routes/received-requests.ts';
import { requestRoutes as ours } from '../../../shared/http/routes/requests.ts';
import { LANZHOU, XINING } from '../../builders/circumstances.ts';
import { aSupplyItem } from '../../builders/received-request.ts';
import { LINES, suppliesWorld } from './supplies-world.ts';
import { expectProblem } from './wrong-calls.ts';

const FREE = { onHand: 100, reserved: 0, committed: 0, free: 100 };
const KEPT = { onHand: 100, reserved: 90, committed: 0, free: 10 };
const reason = '另有安排';

describe('supplies that one city asks another for', () => {
  it('are kept back with the answer, taken, sent, and used up when they are delivered', async () => {
    const world = await suppliesWorld();
    const requestId = await world.placed();
    world.done(await world.answer(requestId, 90, 30));
    expect(await world.balance(0)).toEqual(KEPT);
    expect((await world.city.read(requestId)).quantities).toMatchObject([{ needed: 120, answered: 120, open: 120 }]);
    const requisitionId = await world.requisition(requestId, LINES);
    world.done(await world.commit(requestId, requisitionId, LINES));
    expect(await world.balance(0)).toEqual({ onHand: 100, reserved: 0, committed: 90, free: 10 });
    const { deployments, quantities } = await world.city.read(requestId);
    expect(quantities).toMatchObject([{ requisitioned: 120, committed: 120, open: 0 }]);
    expect(deployments).toHaveLength(2);
    const [{ deploymentId = '' } = {}] = deployments;
    const missions = await Promise.all([XINING, LANZHOU].map((code) => world.deploymentIn(code, deploymentId)));
    expect(missions[0]?.mission).toEqual(missions[1]?.mission);
    expect(missions[0]?.mission).toMatchObject({ lot: { quantity: 90, unit: '顶' }, costs: { commodities: 150_000 } });
    for (const status of ['departed', 'arrived', 'delivered']) {
      expect(await world.report(deploymentId, status)).toMatchObject({ status: 200, body: { status } });
      expect((await world.deploymentIn(XINING, deploymentId)).progress.status).toBe(status);
    }
    expect(await world.balance(0)).toEqual({ onHand: 10, reserved: 0, committed: 0, free: 10 });
    expect(await world.balance(1)).toEqual({ onHand: 50, reserved: 0, committed: 30, free: 20 });
  });

  it('are compared: what is offered, what is still missing', async () => {
    const world = await suppliesWorld();
    const requestId = await world.placed();
    world.done(await world.answer(requestId, 90));
    const { body } = await world.city.call(ours.compareAnswers, {
      as: `coordinator@${XINING}`,
      params: { requestId },
    });
    expect(body).toMatchObject({
      items: [
        {
          offers: [
            {
              teams: [],
              lots: [{ stockId: LINES[0], quantity: 90 }],
              fit: { shortfall: 30 },
              reasons: [{ zh: '提供12平方米棉帐篷 90 顶' }, { zh: '仍缺30顶' }, {}, {}],
            },
          ],
        },
      ],
    });
  });

  it.each([
    ['at once, when they have not left', []],
    ['once they are home, when they turned back', ['departed', 'en-route']],
  ] as const)('come back when they are released undelivered: %s', async (_, steps) => {
    const world = await suppliesWorld();
    const { deploymentIds } = await world.committed(90);
    const [deploymentId = ''] = deploymentIds;
    for (const status of steps) await world.report(deploymentId, status);
    await world.release(deploymentId);
    for (const status of steps.length > 0 ? (['returning', 'home'] as const) : []) {
      expect(await world.balance(0)).toMatchObject({ committed: 90 });
      await world.report(deploymentId, status);
    }
    expect((await world.deploymentIn(XINING, deploymentId)).phase).toBe('ended');
    expect(await world.balance(0)).toEqual(FREE);
  });

  it('neither work nor stay longer, as teams do', async () => {
    const world = await suppliesWorld();
    const { deploymentIds } = await world.committed(90);
    const [deploymentId = ''] = deploymentIds;
    for (const status of ['departed', 'arrived']) await world.report(deploymentId, status);
    expectProblem(await world.report(deploymentId, 'working'), 409, 'deployment-step-not-possible');
    const extension = await world.askExtension(deploymentId);
    expectProblem(extension, 409, 'goods-are-not-extended');
  });
});

describe('supplies that were kept back for a request', () => {
  it.each([
    [
      'the answer is withdrawn',
      async (world: World, requestId: string) => {
        const { items } = world.done(await world.there(theirs.readReceivedRequest, 'duty-officer', { requestId }));
        const messageId = items[0]?.given?.messageId ?? '';
        return world.there(theirs.withdrawAnswer, 'duty-officer', { requestId, messageId }, { reason });
      },
    ],
    [
      'the answer is declined',
      (world: World, requestId: string) =>
        world.here(ours.declineAnswer, 'coordinator', requestId, { city: LANZHOU, reason }),
    ],
    [
      'the request is cancelled',
      (world: World, requestId: string) => world.here(ours.cancelRequest, 'coordinator', requestId, { reason }),
    ],
    [
      'the request is closed',
      (world: World, requestId: string) => world.here(ours.closeRequest, 'coordinator', requestId),
    ],
    [
      'the item is changed',
      async (world: World, requestId: string) => {
        const items = [aSupplyItem({ itemId: await world.itemIdOf(requestId), quantity: 10 })];
        return world.here(ours.updateRequest, 'coordinator', requestId, { items });
      },
    ],
    [
      'the requisition is refused',
      async (world: World, requestId: string) => {
        const requisitionId = await world.requisition(requestId, [LINES[0]]);
        return world.there(theirs.refuseRequisition, 'representative', { requestId, requisitionId }, { reason });
      },
    ],
  ])('are free once %s', async (_, end) => {
    const world = await suppliesWorld();
    const requestId = await world.placed();
    world.done(await world.answer(requestId, 90));
    expect(await world.balance(0)).toEqual(KEPT);
    await end(world, requestId);
    expect(await world.balance(0)).toEqual(FREE);
  });

  it('stay so when an update leaves the item as it was', async () => {
    const world = await suppliesWorld();
    const requestId = await world.placed();
    world.done(await world.answer(requestId, 90));
    const [item] = (await world.city.read(requestId)).items;
    const { itemId: _, ...another } = aSupplyItem({ quantity: 5, mission: '另一处安置点' });
    await world.here(ours.updateRequest, 'coordinator', requestId, { items: [item, another] });
    expect(await world.balance(0)).toEqual(KEPT);
    const requisitionId = await world.requisition(requestId, [LINES[0]]);
    world.done(await world.commit(requestId, requisitionId, [LINES[0]]));
    expect(await world.balance(0)).toMatchObject({ reserved: 0, committed: 90 });
  });

  it('are free as far as a commitment leaves them out', async () => {
    const world = await suppliesWorld();
    const requestId = await world.placed();
    world.done(await world.answer(requestId, 90, 30));
    const requisitionId = await world.requisition(requestId, LINES);
    world.done(await world.commit(requestId, requisitionId, [LINES[0]]));
    expect(await world.balance(0)).toMatchObject({ reserved: 0, committed: 90 });
    expect(await world.balance(1)).toMatchObject({ reserved: 0, committed: 0, free: 50 });
  });
});

type World = Awaited<ReturnType<typeof suppliesWorld>>;

describe('an answer that names supplies', () => {
  it.each([
    [[101], 'stock-not-enough', '/items/0/lots/0'],
    [[90, 31], 'more-supplies-than-asked', '/items/0/lots'],
  ] as const)('is not given for %o', async (quantities, code, pointer) => {
    const world = await suppliesWorld();
    const requestId = await world.placed();
    const answer = await world.answer(requestId, ...quantities);
    expect(answer.body).toMatchObject({ code, errors: [{ pointer }] });
    expect(await world.balance(0)).toEqual(FREE);
  });

  it('is given to one of two requests that race for the last of them', async () => {
    const world = await suppliesWorld();
    const requestIds = [await world.placed(), await world.placed()];
    const answers = await Promise.all(requestIds.map((requestId) => world.answer(requestId, 90)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409]);
    expect(await world.balance(0)).toEqual(KEPT);
  });

  it('names neither teams nor supplies of another code, and under an agreement that covers supplies', async () => {
    const world = await suppliesWorld();
    const requestId = await world.placed();
    const itemId = await world.itemIdOf(requestId);
    const promise = {
      ...{ response: 'accept', itemId, teamIds: [LINES[0]], costs: {} },
      ...{ estimatedDeparture: '2026-07-15T02:00:00.000Z', estimatedArrival: '2026-07-15T06:00:00.000Z' },
    };
    const named = await world.there(theirs.answerReceivedRequest, 'duty-officer', { requestId }, { items: [promise] });
    expectProblem(named, 422, 'supplies-are-asked-for');
    const agreement = await world.city.agree(LANZHOU, { resourceKinds: ['water-rescue'] });
    const refused = await world.city.call(ours.placeRequest, {
      as: `coordinator@${XINING}`,
      params: { requestId },
      body: { agreementIds: [agreement] },
    });
    expect(refused.status).toBe(409);
  });
});
