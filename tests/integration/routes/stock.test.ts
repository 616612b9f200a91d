import { describe, expect, it } from 'vitest';
import { MAXIMUM_PROMISES } from '../../../shared/domain/stock/stock-state.ts';
import { stockRoutes as routes } from '../../../shared/http/routes/stock.ts';
import { stockPromiseRoutes } from '../../../shared/http/routes/stock-promises.ts';
import type { StockListEntry, StockView } from '../../../shared/http/views/stock.ts';
import { stockDetails } from '../../builders/stock.ts';
import type { TestCall } from '../../builders/test-cell.ts';
import { AS, reason, stockWorld } from './stock-world.ts';
import { expectProblem, itAnswersWrongCalls } from './wrong-calls.ts';

const versionOne = { 'if-match': '"1"' };

/** A world with a stock line of which nothing is promised, and a call about it. */
const withLine =
  (request: TestCall, body: (depotId: string) => object | undefined = () => undefined, otherBody?: unknown) =>
  async () => {
    const { test, handler, registerDepot, register } = stockWorld();
    const depotId = await registerDepot();
    const { stockId } = await register({ depotId });
    const own = body(depotId);
    const good = { as: AS, params: { stockId }, ...request, ...(own === undefined ? {} : { body: own }) };
    return { test, handler, good, otherBody };
  };

const inDepot = (quantity: number) => async () => {
  const { test, handler, registerDepot } = stockWorld();
  const body = { ...stockDetails({ depotId: await registerDepot() }), quantity };
  return { test, handler, good: { as: AS, body }, otherBody: { ...body, quantity: quantity + 1 } };
};

const anywhere = (request: TestCall) => async () => {
  const { test, handler } = stockWorld();
  return { test, handler, good: { as: AS, ...request } };
};

const moved = { body: { quantity: 5, reason } };

describe('stock', () => {
  itAnswersWrongCalls(routes.listStock, anywhere({ query: { code: '104' } }));
  itAnswersWrongCalls(routes.listSupplyCodes, anywhere({}));
  itAnswersWrongCalls(routes.registerStock, inDepot(100));
  itAnswersWrongCalls(routes.readStock, withLine({}));
  itAnswersWrongCalls(
    routes.changeStock,
    withLine({ headers: versionOne }, (depotId) => stockDetails({ depotId, name: '棉帐篷' })),
  );
  itAnswersWrongCalls(routes.receiveStock, withLine(moved));
  itAnswersWrongCalls(routes.issueStock, withLine(moved));
  itAnswersWrongCalls(routes.writeOffStock, withLine(moved));
  itAnswersWrongCalls(routes.countStock, withLine({ body: { counted: 90, reason } }));
  itAnswersWrongCalls(routes.retireStock, withLine({ body: { reason } }));

  it.each([
    [{ code: '4010101' }, '/code'],
    [{ code: '104' }, '/code'],
    [{ quantity: -1 }, '/quantity'],
    [{ quantity: 0.0001 }, '/quantity'],
    [{ quantity: 1_000_000_001 }, '/quantity'],
    [{ unit: '' }, '/unit'],
  ])('is not registered with %o', async (details, pointer) => {
    const { call, registerDepot } = stockWorld();
    const body = { ...stockDetails({ depotId: await registerDepot() }), quantity: 1, ...details };
    const answer = await call(routes.registerStock, { body });
    expectProblem(answer, 422, 'body-not-valid');
    expect(answer.body).toMatchObject({ errors: [{ pointer }] });
  });

  it('is registered in a depot that there is', async () => {
    const { call } = stockWorld();
    const answer = await call(routes.registerStock, { body: { ...stockDetails(), quantity: 1 } });
    expectProblem(answer, 422, 'stock-depot-unknown');
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/depotId' }] });
  });

  it('is shown with what its code is called and what there is of it', async () => {
    const { promised, read } = stockWorld();
    const { stockId } = await promised();
    expect(await read(stockId)).toMatchObject({
      condition: 'available',
      stale: false,
      depot: { name: '城东虚构储备库', readinessMinutes: 45, retired: false },
      classification: [
        { code: '1' },
        { code: '104' },
        { code: '10401' },
        { code: '1040102', name: { en: 'Padded tents' } },
      ],
      balance: { onHand: 100, reserved: 30, committed: 0, free: 70 },
    });
  });

  it('moves in all its lists in one transaction, however much is promised of it', async () => {
    const { test, call, registerDepot, register, openIncident, read } = stockWorld();
    const { stockId } = await register({ depotId: await registerDepot() });
    const until = '2026-07-16T00:00:00.000Z';
    for (let count = 0; count < MAXIMUM_PROMISES; count += 1) {
      const body = { purpose: { kind: 'incident', id: await openIncident() }, quantity: 1, until };
      expect((await call(stockPromiseRoutes.reserveStock, { params: { stockId }, body })).status).toBe(201);
    }
    const { depotId } = await read(stockId);
    const rename = async (name: string) => {
      const { headers } = await call(routes.readStock, { params: { stockId } });
      const body = stockDetails({ depotId, name });
      return call(routes.changeStock, { params: { stockId }, body, headers: { 'if-match': headers.etag ?? '' } });
    };
    expect(await rename('一号')).toMatchObject({ status: 200, body: { balance: { reserved: MAXIMUM_PROMISES } } });
    test.setTime(until);
    expect(await rename('二号')).toMatchObject({ status: 200, body: { reservations: [] } });
  });
});

describe('lists of stock', () => {
  const populated = async () => {
    const world = stockWorld();
    const east = await world.registerDepot({ name: '城东库' });
    const west = await world.registerDepot({ name: '城西库' });
    await world.register({ depotId: east, code: '1040102', name: '甲', expiresAt: '2027-01-01T00:00:00.000Z' });
    await world.register({ depotId: east, code: '3010101', name: '乙', expiresAt: '2028-01-01T00:00:00.000Z' });
    await world.register({ depotId: west, code: '1040101', name: '丙', expiresAt: '2026-12-01T00:00:00.000Z' });
    await world.register({ depotId: west, code: '1010101', name: '丁', expiresAt: '2026-11-01T00:00:00.000Z' }, 0);
    const list = async (query: Record<string, string>) =>
      (await world.call(routes.listStock, { query })).body as { items: StockListEntry[]; nextCursor?: string };
    const names = async (query: Record<string, string>) => (await list(query)).items.map(({ name }) => name).join('');
    return { ...world, east, west, list, names };
  };

  it('hold it by class, group and code, by depot, and by the end of its shelf life', async () => {
    const { east, west, names } = await populated();
    expect(await names({})).toBe('丁丙甲乙');
    expect(await names({ code: '1' })).toBe('丁丙甲');
    expect(await names({ code: '104' })).toBe('丙甲');
    expect(await names({ code: '1040102' })).toBe('甲');
    expect(await names({ depotId: east })).toBe('甲乙');
    expect(await names({ depotId: west, code: '104' })).toBe('丙');
    expect(await names({ expiringUntil: '2027-06-01T00:00:00+08:00' })).toBe('丙甲');
    expect(await names({ expiringUntil: '2027-06-01T00:00:00+08:00', depotId: east })).toBe('甲');
  });

  it('are not asked for what no list holds', async () => {
    const { call } = stockWorld();
    const expiringUntil = '2027-06-01T00:00:00Z';
    for (const query of [
      { code: '1', expiringUntil },
      { promisedFor: stockDetails().depotId, expiringUntil },
    ])
      expectProblem(await call(routes.listStock, { query }), 400);
  });

  it('show what is promised for an incident, with what is free now', async () => {
    const { promised, call } = stockWorld();
    const { purpose, stockId } = await promised();
    const { body } = await call(routes.listStock, { query: { promisedFor: purpose.id } });
    expect(body).toMatchObject({ items: [{ stockId, condition: 'available', balance: { reserved: 30, free: 70 } }] });
  });

  it('go on where the page before ended', async () => {
    const { list } = await populated();
    const first = await list({ code: '1', limit: '2' });
    const second = await list({ code: '1', limit: '2', cursor: first.nextCursor ?? '' });
    expect([...first.items, ...second.items].map(({ name }) => name).join('')).toBe('丁丙甲');
  });

  it('leave a retired line among all', async () => {
    const { call, east, list, names } = await populated();
    const [{ stockId = '' } = {}] = (await list({ depotId: east })).items;
    const retired = await call(routes.retireStock, { params: { stockId }, body: { reason } });
    expect(retired.body as StockView).toMatchObject({
      status: 'retired',
      condition: 'retired',
      retirement: { reason },
    });
    expect(await names({ depotId: east })).toBe('乙');
    expect(await names({})).toBe('丁丙甲乙');
  });
});
