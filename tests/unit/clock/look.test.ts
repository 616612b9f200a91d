import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/clock/handler.ts';
import type { Item, Store } from '../../../shared/data/store.ts';
import { keys } from '../../../shared/data/table.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { requestRoutes } from '../../../shared/http/routes/requests.ts';
import type { RequestView } from '../../../shared/http/views/request.ts';
import { LANZHOU, NOW, XINING } from '../../builders/circumstances.ts';
import { type RequestUnderWay, requestUnderWay } from '../../builders/request-under-way.ts';

let world: RequestUnderWay;
beforeEach(async () => {
  world = await requestUnderWay();
});

const rows = () => world.cellOf(XINING).store.rows();

/** The clock of Xining looks, `milliseconds` after the request was placed; the store may do some things otherwise. */
const lookAfter = (milliseconds: number, otherwise: Partial<Store> = {}) => {
  world.setTime(plus(NOW, milliseconds));
  const { cell } = world.cellOf(XINING);
  return createHandler({ ...cell, store: { ...cell.store, ...otherwise } })({} as never);
};

/** An index that is behind: it says that these rows are due, whatever has become of them. */
const stale = (...due: readonly Pick<Item, 'pk' | 'sk'>[]): Partial<Store> => ({
  queryDue: async () => ({ keys: due }),
});

const statusOf = async (): Promise<string> => {
  const { body } = await world.call(world.requester, requestRoutes.readRequest, { params: world.params });
  return (body as RequestView).placements[0]?.status ?? '';
};

describe('the clock', () => {
  it('tells an aggregate that its time has come, once', async () => {
    expect(await lookAfter(2 * HOUR_MS - 1)).toMatchObject({ failed: 0 });
    expect(await statusOf()).toBe('awaiting');
    expect(await lookAfter(2 * HOUR_MS)).toMatchObject({ failed: 0 });
    expect(await statusOf()).toBe('lapsed');
    const { kind, id } = { kind: 'request', id: world.requestId };
    const ledger = () =>
      rows().filter(({ pk, sk }) => pk === keys.aggregate(kind, id) && sk.startsWith('EVENT#')).length;
    const events = ledger();
    await lookAfter(2 * HOUR_MS + MINUTE_MS);
    expect(ledger()).toBe(events);
  });

  it('goes by the row, not by the index that points to it', async () => {
    const request = keys.state('request', world.requestId);
    const before = rows();
    expect(await lookAfter(0, stale(request, keys.message('request', world.requestId, world.placed.id)))).toEqual({
      rung: 2,
      failed: 0,
    });
    expect(rows()).toEqual(before);
  });

  it('passes over rows that have no clock any more, or are gone', async () => {
    await world.arrive(world.placed);
    const [receipt] = world.intercepted();
    await world.take(XINING, receipt);
    const before = rows();
    const confirmed = keys.message('request', world.requestId, world.placed.id);
    expect(await lookAfter(DAY_MS, stale(confirmed, { pk: 'request#gone', sk: 'STATE' }))).toEqual({
      rung: 2,
      failed: 0,
    });
    expect(rows()).toEqual(before);
    expect(world.repeated(XINING)).toEqual([]);
  });

  it('goes on with the others when one cannot be settled, and comes back to it', async () => {
    const request = keys.state('request', world.requestId);
    const { store } = world.cellOf(XINING);
    const get: Store['get'] = (key) =>
      key.pk === request.pk && key.sk === request.sk ? Promise.reject(new Error('throttled')) : store.get(key);
    expect(await lookAfter(2 * HOUR_MS, { get })).toMatchObject({ failed: 1 });
    expect(world.repeated(XINING)).toMatchObject([{ to: [LANZHOU] }]);
    expect(await statusOf()).toBe('awaiting');
    await lookAfter(2 * HOUR_MS + MINUTE_MS);
    expect(await statusOf()).toBe('lapsed');
  });

  it('looks at everything that is due, however much it is', async () => {
    const sent = rows().find(({ sk }) => sk === `MESSAGE#${world.placed.id}`) ?? expect.unreachable('it was sent');
    const { store } = world.cellOf(XINING);
    for (let copy = 0; copy < 250; copy += 1) {
      const item = { ...sent, pk: `request#copy-${copy}`, dueAt: plus(NOW, copy) };
      await store.transact([{ kind: 'put', item }], `copy-${copy}`);
    }
    expect(await lookAfter(MINUTE_MS)).toEqual({ rung: 251, failed: 0 });
    expect(world.repeated(XINING)).toHaveLength(251);
    expect(await lookAfter(MINUTE_MS)).toEqual({ rung: 0, failed: 0 });
  });
});
