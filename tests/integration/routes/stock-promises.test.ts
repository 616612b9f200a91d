import { describe, expect, it } from 'vitest';
import { createHandler as createDutyRoom } from '../../../functions/duty-room/handler.ts';
import { depotRoutes } from '../../../shared/http/routes/depots.ts';
import { dutyRoomRoutes } from '../../../shared/http/routes/duty-room.ts';
import { stockRoutes } from '../../../shared/http/routes/stock.ts';
import { stockPromiseRoutes as routes } from '../../../shared/http/routes/stock-promises.ts';
import { depotDetails } from '../../builders/depot.ts';
import { stockDetails } from '../../builders/stock.ts';
import type { TestCall } from '../../builders/test-cell.ts';
import { AS, reason, stockWorld } from './stock-world.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const until = '2026-07-16T00:00:00.000Z';

type Promised = Awaited<ReturnType<ReturnType<typeof stockWorld>['promised']>>;

/** A world with goods promised, and a call about them. */
const withPromise =
  (request: (promised: Promised) => TestCall, otherBody?: (promised: Promised) => unknown) => async () => {
    const { test, handler, promised } = stockWorld();
    const made = await promised();
    return { test, handler, good: { as: AS, ...request(made) }, otherBody: otherBody?.(made) };
  };

const ofReservation = ({ stockId, reservationId }: Promised) => ({ stockId, reservationId });

describe('promises of stock', () => {
  itAnswersWrongCalls(
    routes.reserveStock,
    withPromise(
      ({ stockId, purpose }) => ({ params: { stockId }, body: { purpose, quantity: 5, until } }),
      ({ purpose }) => ({ purpose, quantity: 6, until }),
    ),
  );
  itAnswersWrongCalls(
    routes.commitStock,
    withPromise(
      ({ stockId, purpose }) => ({ params: { stockId }, body: { purpose, quantity: 5 } }),
      ({ purpose }) => ({ purpose, quantity: 6 }),
    ),
  );
  itAnswersWrongCalls(
    routes.releaseStock,
    withPromise((made) => ({ params: ofReservation(made), body: { reason } })),
  );
  itAnswersWrongCalls(
    routes.commitReservedStock,
    withPromise(
      (made) => ({ params: ofReservation(made), body: {} }),
      () => ({ quantity: 7 }),
    ),
  );
  itAnswersWrongCalls(routes.returnStock, async () => {
    const { test, handler, call, promised } = stockWorld();
    const { stockId, purpose } = await promised();
    const committed = await call(routes.commitStock, { params: { stockId }, body: { purpose, quantity: 5 } });
    const { commitmentId } = committed.body as { commitmentId: string };
    return { test, handler, good: { as: AS, params: { stockId, commitmentId }, body: { returned: 3, reason } } };
  });

  it('are reserved, committed in part, and come back in part', async () => {
    const { call, promised, read } = stockWorld();
    const { stockId, reservationId } = await promised();
    const body = { quantity: 20 };
    const committed = await call(routes.commitReservedStock, { params: { stockId, reservationId }, body });
    const { commitmentId } = committed.body as { commitmentId: string };
    expect((await read(stockId)).balance).toEqual({ onHand: 100, reserved: 10, committed: 20, free: 70 });
    await call(routes.releaseStock, { params: { stockId, reservationId }, body: { reason } });
    await call(routes.returnStock, { params: { stockId, commitmentId }, body: { returned: 15, reason } });
    expect((await read(stockId)).balance).toEqual({ onHand: 95, reserved: 0, committed: 0, free: 95 });
  });

  it('are for something that there is', async () => {
    const { call, promised } = stockWorld();
    const { stockId, purpose } = await promised();
    const body = { purpose: { ...purpose, kind: 'task' }, quantity: 1, until };
    const answer = await call(routes.reserveStock, { params: { stockId }, body });
    expectProblem(answer, 422, 'stock-purpose-unknown');
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/purpose' }] });
  });

  it.each(['reserveStock', 'commitStock'] as const)(
    'never exceed what there is, however many race: %s',
    async (name) => {
      const { call, promised, read } = stockWorld();
      const { stockId, purpose } = await promised();
      const body = { purpose, quantity: 20, ...(name === 'reserveStock' ? { until } : {}) };
      const answers = await Promise.all(
        Array.from({ length: 8 }, () => call(routes[name], { params: { stockId }, body })),
      );
      const made = answers.filter(({ status }) => status === 201);
      for (const refused of answers.filter((answer) => !made.includes(answer)))
        expect(refused).toMatchObject({
          status: 409,
          body: { code: expect.stringMatching(/^(stock-not-enough|concurrent-change)$/) },
        });
      expect(made).toHaveLength(3);
      const { balance } = await read(stockId);
      expect(balance).toMatchObject({ onHand: 100, free: 10 });
      expect(balance.reserved + balance.committed).toBe(90);
    },
  );
});

describe('the clock of stock', () => {
  it('lets reservations lapse and tells the duty room', async () => {
    const { test, promised, read, ring } = stockWorld();
    const { stockId } = await promised();
    test.setTime(until);
    expect((await read(stockId)).balance.free).toBe(100);
    expect(await ring()).toMatchObject({ failed: 0 });
    expect((await read(stockId)).reservations).toEqual([]);
    const notices = await test.call(createDutyRoom(test.cell), dutyRoomRoutes.listNotices, { as: AS });
    // The report on the incident that the goods are for is due by then as well.
    const { items } = notices.body as { readonly items: readonly { readonly subject: { readonly kind: string } }[] };
    expect(items.filter(({ subject }) => subject.kind === 'stock')).toMatchObject([
      { urgency: 'routine', subject: { kind: 'stock', id: stockId } },
    ]);
  });
});

describe('stock of a depot that changes', () => {
  const later = '2026-07-15T00:01:00.000Z';

  it('follows it by the clock: its name, its place, how long it takes', async () => {
    const { test, call, promised, read, ring } = stockWorld();
    const { depotId, stockId } = await promised();
    const body = depotDetails({ name: '搬迁后的库', readinessMinutes: 5 });
    await call(depotRoutes.changeDepot, { params: { depotId }, body, headers: { 'if-match': '"1"' } });
    test.setTime(later);
    await ring();
    expect((await read(stockId)).depot).toMatchObject({ name: '搬迁后的库', readinessMinutes: 5 });
    const { body: listed } = await call(stockRoutes.listStock, { query: { depotId } });
    expect(listed).toMatchObject({ items: [{ depotName: '搬迁后的库' }] });
    expect(await ring()).toEqual({ rung: 0, failed: 0 });
  });

  it('follows it over more lines than are told at a time', async () => {
    const { test, call, registerDepot, register, ring } = stockWorld();
    const depotId = await registerDepot();
    for (let count = 0; count < 310; count += 1) await register({ depotId, batch: `${count}` });
    const body = depotDetails({ name: '搬迁后的库' });
    await call(depotRoutes.changeDepot, { params: { depotId }, body, headers: { 'if-match': '"1"' } });
    test.setTime(later);
    const behind = () =>
      test.store
        .rows()
        .filter(
          ({ entity, pk, sk, state }) =>
            entity === 'state' && `${pk}${sk}`.startsWith('stock#') && !JSON.stringify(state).includes('搬迁后的库'),
        ).length;
    expect(behind()).toBe(310);
    await ring();
    expect(behind()).toBe(110);
    await ring();
    expect(behind()).toBe(0);
    expect(await ring()).toEqual({ rung: 0, failed: 0 });
  });

  it('is promised no more once the depot is retired, until it is moved', async () => {
    const { test, call, promised, registerDepot, read, ring } = stockWorld();
    const { depotId, stockId, purpose, reservationId } = await promised();
    const other = await registerDepot({ name: '新库' });
    await call(depotRoutes.retireDepot, { params: { depotId }, body: { reason } });
    test.setTime(later);
    await ring();
    expect((await read(stockId)).condition).toBe('depot-retired');
    const reserve = { params: { stockId }, body: { purpose, quantity: 1, until } };
    expectProblem(await call(routes.reserveStock, reserve), 409, 'depot-retired');
    await call(routes.releaseStock, { params: { stockId, reservationId }, body: { reason } });
    const { headers } = await call(stockRoutes.readStock, { params: { stockId } });
    const move = {
      params: { stockId },
      body: stockDetails({ depotId: other }),
      headers: { 'if-match': headers.etag ?? '' },
    };
    expect((await call(stockRoutes.changeStock, move)).body).toMatchObject({ condition: 'available' });
    expect((await call(routes.reserveStock, reserve)).status).toBe(201);
  });
});
