import { describe, expect, it } from 'vitest';
import { DAY_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import { RegistryEntrySchema } from '../../../shared/domain/registry/registry-entry.ts';
import { stock as aggregate } from '../../../shared/domain/stock/stock.ts';
import type { StockCommand } from '../../../shared/domain/stock/stock-commands.ts';
import { stockConditionOf } from '../../../shared/domain/stock/stock-condition.ts';
import {
  balanceOf,
  MAXIMUM_PROMISES,
  type StockState,
  StockStateSchema,
  stockDepotOf,
} from '../../../shared/domain/stock/stock-state.ts';
import { MAXIMUM_QUANTITY } from '../../../shared/domain/vocabulary/supplies.ts';
import { outcomeOf } from '../../builders/agreement.ts';
import { circumstances, NOW, XINING } from '../../builders/circumstances.ts';
import { aDepot, DEPOT_ID, depotDetails, OTHER_DEPOT_ID } from '../../builders/depot.ts';
import {
  aPromisedStockLine,
  aReservation,
  aStockCommitment,
  aStockLine,
  COMMITMENT_ID,
  INCIDENT,
  RESERVATION_ID,
  STOCK_ID,
  stockDetails,
} from '../../builders/stock.ts';

const applied = (state: StockState | undefined, command: StockCommand, now = NOW): StockState => {
  const decision = aggregate.decide(state, command, circumstances({ now }));
  if (!decision.accepted) throw new Error(`refused: ${decision.refusal.reason.code}`);
  const after = decision.events.reduce<StockState | undefined>(
    (sum, event) => aggregate.evolve(sum, aggregate.eventSchema.parse(event)),
    state,
  );
  return StockStateSchema.parse(after);
};
const refusalOf = (state: StockState | undefined, command: StockCommand, now = NOW) => {
  const decision = aggregate.decide(state, command, circumstances({ now }));
  return decision.accepted ? undefined : { code: decision.refusal.reason.code, pointer: decision.refusal.pointer };
};
const outcome = (state: StockState | undefined, command: StockCommand, now = NOW) =>
  outcomeOf(aggregate.decide(state, command, circumstances({ now })));

const reason = '年度盘点';
const TOMORROW = plus(NOW, DAY_MS);
const reserve = (quantity: number, until = TOMORROW) =>
  ({ type: 'reserve', purpose: INCIDENT, purposeKnown: true, quantity, until }) as const;
const commit = (quantity: number) => ({ type: 'commit', purpose: INCIDENT, purposeKnown: true, quantity }) as const;
const change = (overrides: Parameters<typeof stockDetails>[0] = {}, depot = aDepot()) =>
  ({ type: 'change', details: stockDetails(overrides), depot }) as const;

const otherDepot = (): ReturnType<typeof aDepot> => aDepot({ id: OTHER_DEPOT_ID });
const retiredDepot = () => ({ ...aDepot(), status: 'retired', reason, retiredAt: NOW }) as const;
const retired = () => applied(aStockLine(), { type: 'retire', reason });
const inRetiredDepot = () => aStockLine({ depot: stockDepotOf(retiredDepot()) });
const expired = () => aStockLine({ details: stockDetails({ expiresAt: NOW }) });

describe('what can be done with a stock line', () => {
  const commands: readonly StockCommand[] = [
    change(),
    { type: 'receive', quantity: 5, reason },
    { type: 'issue', quantity: 5, reason },
    { type: 'write-off', quantity: 5, reason },
    { type: 'count', counted: 90, reason },
    reserve(5),
    commit(5),
    { type: 'release', reservationId: RESERVATION_ID, reason },
    { type: 'commit-reservation', reservationId: RESERVATION_ID },
    { type: 'return', commitmentId: COMMITMENT_ID, returned: 5, reason },
  ];
  it.each(commands)('$type: not before it is registered, not after it is retired', (command) => {
    expect(outcome(undefined, command)).toBe('stock-unknown');
    expect(outcome(retired(), command)).toBe('stock-retired');
    expect(outcome(aPromisedStockLine(), command)).toBe('accepted');
  });

  it('registers once, in a depot that is kept', () => {
    const register = {
      type: 'register',
      id: STOCK_ID,
      details: stockDetails(),
      quantity: 100,
      depot: aDepot(),
    } as const;
    expect(applied(undefined, register)).toEqual(aStockLine());
    expect(outcome(aStockLine(), register)).toBe('stock-exists');
    const pointer = '/depotId';
    expect(refusalOf(undefined, { ...register, depot: undefined })).toEqual({ code: 'stock-depot-unknown', pointer });
    expect(refusalOf(undefined, { ...register, depot: retiredDepot() })).toEqual({ code: 'depot-retired', pointer });
  });

  it('moves to a depot that is kept while nothing of it is promised', () => {
    const elsewhere = { depotId: OTHER_DEPOT_ID };
    expect(applied(aStockLine(), change(elsewhere, otherDepot())).details.depotId).toBe(OTHER_DEPOT_ID);
    const closed = { ...retiredDepot(), id: OTHER_DEPOT_ID };
    expect(outcome(aStockLine(), change(elsewhere, closed))).toBe('depot-retired');
    expect(outcome(aStockLine(), { ...change(elsewhere), depot: undefined })).toBe('stock-depot-unknown');
    expect(outcome(inRetiredDepot(), change({ name: '棉帐篷' }, retiredDepot()))).toBe('accepted');
    const pointer = '/depotId';
    expect(refusalOf(aPromisedStockLine(), change(elsewhere, otherDepot()))).toEqual({
      code: 'stock-promised',
      pointer,
    });
  });

  it('keeps its unit while something is promised in it', () => {
    expect(refusalOf(aPromisedStockLine(), change({ unit: '套' }))).toEqual({
      code: 'stock-promised',
      pointer: '/unit',
    });
    expect(applied(aStockLine(), change({ unit: '套' })).details.unit).toBe('套');
  });

  it('takes what was counted along with a change', () => {
    expect(applied(aStockLine(), { ...change({ name: '棉帐篷' }), counted: 80 })).toEqual(
      aStockLine({ details: stockDetails({ name: '棉帐篷' }), onHand: 80 }),
    );
    expect(refusalOf(aPromisedStockLine(), { ...change(), counted: 49 })).toEqual({
      code: 'stock-promised',
      pointer: '/counted',
    });
  });

  it('is retired once nothing of it is promised', () => {
    expect(outcome(aPromisedStockLine(), { type: 'retire', reason })).toBe('stock-promised');
    expect(retired()).toMatchObject({ status: 'retired', reason, retiredAt: NOW, onHand: 100 });
  });
});

describe('goods that come and go', () => {
  it('add up exactly', () => {
    const tonnes = aStockLine({ onHand: 0.1, details: stockDetails({ unit: 't' }) });
    expect(applied(tonnes, { type: 'receive', quantity: 0.2, reason }).onHand).toBe(0.3);
  });

  it('come in, up to what can be counted', () => {
    const { code, pointer } = refusalOf(aStockLine(), { type: 'receive', quantity: MAXIMUM_QUANTITY, reason }) ?? {};
    expect([code, pointer]).toEqual(['stock-too-much', '/quantity']);
  });

  it.each(['issue', 'write-off'] as const)('go out by %s as far as they are free', (type) => {
    expect(balanceOf(applied(aPromisedStockLine(), { type, quantity: 50, reason }))).toEqual({
      ...{ onHand: 50, reserved: 30, committed: 20, free: 0 },
    });
    expect(refusalOf(aPromisedStockLine(), { type, quantity: 50.001, reason })).toEqual({
      code: 'stock-not-enough',
      pointer: '/quantity',
    });
  });

  it('are counted, down to what is promised, which says that the entry is right', () => {
    const counted = applied(aPromisedStockLine(), { type: 'count', counted: 50, reason }, plus(NOW, 1));
    expect(counted).toEqual({ ...aPromisedStockLine(), onHand: 50, confirmedAt: plus(NOW, 1) });
    expect(outcome(aPromisedStockLine(), { type: 'count', counted: 49, reason })).toBe('stock-promised');
  });
});

describe('promises of goods', () => {
  it('keep them back for a purpose until a moment', () => {
    const { reservations } = applied(aStockLine(), reserve(100));
    expect(reservations).toEqual([aReservation({ quantity: 100, reservationId: expect.any(String), until: TOMORROW })]);
  });

  it.each([
    ['more than is free', aPromisedStockLine(), reserve(51), 'stock-not-enough'],
    ['more than is free, directly', aPromisedStockLine(), commit(51), 'stock-not-enough'],
    ['what has expired', expired(), reserve(1), 'stock-expired'],
    ['what has expired, directly', expired(), commit(1), 'stock-expired'],
    ['what is in a retired depot', inRetiredDepot(), reserve(1), 'depot-retired'],
    ['for something nobody knows', aStockLine(), { ...reserve(1), purposeKnown: false }, 'stock-purpose-unknown'],
    ['until now', aStockLine(), reserve(1, NOW), 'stock-reservation-over'],
    ['by a promise too many', aStockLine({ reservations: manyReservations() }), reserve(1), 'stock-too-many-promises'],
  ] as const)('are not made of %s', (_, state, command, code) => {
    expect(outcome(state, command)).toBe(code);
  });

  it('are released by name', () => {
    const release = { type: 'release', reservationId: RESERVATION_ID, reason } as const;
    expect(applied(aPromisedStockLine(), release)).toEqual(aStockLine({ commitments: [aStockCommitment()] }));
    expect(outcome(aStockLine(), release)).toBe('stock-reservation-unknown');
  });

  const commitReserved = (quantity?: number) =>
    ({ type: 'commit-reservation', reservationId: RESERVATION_ID, quantity }) as const;

  it('become commitments: all of what was reserved, or some', () => {
    const all = applied(aPromisedStockLine(), commitReserved());
    expect(balanceOf(all)).toEqual({ onHand: 100, reserved: 0, committed: 50, free: 50 });
    expect(all.reservations).toEqual([]);
    const some = applied(aPromisedStockLine(), commitReserved(10));
    expect(balanceOf(some)).toEqual({ onHand: 100, reserved: 20, committed: 30, free: 50 });
    expect(some.reservations).toEqual([aReservation({ quantity: 20 })]);
  });

  it('become no more than was reserved, and nothing once it expired or nobody knows it', () => {
    expect(outcome(aPromisedStockLine(), commitReserved(31))).toBe('stock-more-than-reserved');
    expect(outcome(aStockLine(), commitReserved())).toBe('stock-reservation-unknown');
    const past = aStockLine({ reservations: [aReservation()], details: stockDetails({ expiresAt: NOW }) });
    expect(outcome(past, commitReserved())).toBe('stock-expired');
  });

  it('end when goods come back; what does not is used up', () => {
    const takeBack = (returned: number) => ({ type: 'return', commitmentId: COMMITMENT_ID, returned, reason }) as const;
    const balance = (returned: number) => balanceOf(applied(aPromisedStockLine(), takeBack(returned)));
    expect(balance(20)).toEqual({ onHand: 100, reserved: 30, committed: 0, free: 70 });
    expect(balance(0)).toEqual({ onHand: 80, reserved: 30, committed: 0, free: 50 });
    expect(outcome(aPromisedStockLine(), takeBack(21))).toBe('stock-more-than-committed');
    expect(outcome(aStockLine(), takeBack(0))).toBe('stock-commitment-unknown');
  });
});

function manyReservations() {
  return Array.from({ length: MAXIMUM_PROMISES }, () => aReservation({ quantity: 0.001 }));
}

describe('the clock of a stock line', () => {
  const { until } = aReservation();
  const ring = (state: StockState, now: string) => applied(state, { type: 'clock-ran-out' }, now);

  it('lets reservations lapse, and nothing else', () => {
    expect(aggregate.dueAt(aPromisedStockLine())).toBe(until);
    expect(ring(aPromisedStockLine(), NOW)).toEqual(aPromisedStockLine());
    expect(ring(aPromisedStockLine(), until)).toEqual(aStockLine({ commitments: [aStockCommitment()] }));
  });

  it('need not have rung for a reservation to be over', () => {
    const all = aStockLine({ reservations: [aReservation({ quantity: 100 })] });
    expect(outcome(all, reserve(1))).toBe('stock-not-enough');
    expect(balanceOf(applied(all, reserve(100, plus(until, 1)), until))).toMatchObject({ reserved: 100, free: 0 });
    const release = { type: 'release', reservationId: RESERVATION_ID, reason } as const;
    expect(outcome(all, release, until)).toBe('stock-reservation-unknown');
    expect(stockConditionOf(all, NOW)).toBe('exhausted');
    expect(stockConditionOf(all, until)).toBe('available');
  });

  it('speaks of the end of the shelf life sixty days before, at it, and not again', () => {
    const expiresAt = plus(NOW, 100 * DAY_MS);
    const line = aStockLine({ details: stockDetails({ expiresAt }) });
    const soon = plus(expiresAt, -60 * DAY_MS);
    expect(aggregate.dueAt(line)).toBe(soon);
    const expiring = ring(line, soon);
    expect(expiring.expiryNotice).toBe('expiring');
    expect(aggregate.dueAt(expiring)).toBe(expiresAt);
    const over = ring(expiring, expiresAt);
    expect(over.expiryNotice).toBe('expired');
    expect(aggregate.dueAt(over)).toBeUndefined();
    expect(applied(over, change({ expiresAt: plus(expiresAt, DAY_MS) }), expiresAt).expiryNotice).toBe('none');
  });

  it.each([
    ['keep', stockDetails({ expiresAt: undefined }), 100],
    ['are gone', stockDetails(), 0],
  ] as const)('says nothing of goods that %s', (_, details, onHand) => {
    const { expiresAt: _none, ...lasting } = details;
    const line = aStockLine({ details: details.expiresAt === undefined ? lasting : details, onHand });
    expect(aggregate.dueAt(line)).toBeUndefined();
  });

  it('does nothing with a retired line', () => {
    expect(aggregate.dueAt(retired())).toBeUndefined();
    expect(ring(retired(), plus(NOW, 9000 * DAY_MS))).toEqual(retired());
  });

  it('tells the duty room in both languages', () => {
    const expiresAt = NOW;
    const told = (event: Parameters<NonNullable<typeof aggregate.notices>>[0]) =>
      aggregate.notices?.(event, aStockLine()) ?? [];
    expect(told({ type: 'stockExpiring', expiresAt })).toMatchObject([{ urgency: 'routine' }]);
    expect(told({ type: 'stockExpired', expiresAt })).toMatchObject([
      {
        urgency: 'urgent',
        text: { zh: expect.stringContaining('12平方米棉帐篷'), en: expect.stringMatching(/has expired/) },
      },
    ]);
    expect(told({ type: 'stockReservationsLapsed', reservations: [aReservation(), aReservation()] })).toMatchObject([
      { urgency: 'routine', text: { en: expect.stringContaining('60 顶') } },
    ]);
    expect(told({ type: 'stockReserved', reservation: aReservation() })).toEqual([]);
  });
});

describe('the depot of a stock line', () => {
  const renamed = aDepot({ details: depotDetails({ name: '新库', readinessMinutes: 10 }) });

  it('is followed while the line stands in it', () => {
    const follow = { type: 'follow-depot', depot: renamed } as const;
    const after = applied(aStockLine(), follow);
    expect(after).toEqual(aStockLine({ depot: stockDepotOf(renamed) }));
    expect(applied(after, follow)).toEqual(after);
    const elsewhere = aStockLine({ details: stockDetails({ depotId: OTHER_DEPOT_ID }) });
    expect(applied(elsewhere, follow)).toEqual(elsewhere);
  });

  it('has nothing promised from it once it is retired', () => {
    const closed = applied(aStockLine(), { type: 'follow-depot', depot: retiredDepot() });
    expect(closed).toEqual(inRetiredDepot());
    expect(stockConditionOf(closed, NOW)).toBe('depot-retired');
  });
});

describe('what anybody may know of a stock line', () => {
  const entryOf = (state: StockState) => aggregate.registryEntry?.(state, XINING);

  it('is what is free of it, where, and until when', () => {
    const entry = entryOf(aPromisedStockLine());
    expect(RegistryEntrySchema.parse(entry)).toEqual(entry);
    expect(entry).toMatchObject({
      kind: 'stock',
      id: STOCK_ID,
      city: XINING,
      words: ['1040102', '2025-01', '城东虚构储备库'],
      position: depotDetails().position,
      readinessMinutes: 45,
      supply: { code: '1040102', unit: '顶', free: 50 },
      validUntil: stockDetails().expiresAt,
      load: 2,
    });
  });

  it('is nothing once the line or its depot is retired', () => {
    expect(entryOf(retired())).toBeUndefined();
    expect(entryOf(inRetiredDepot())).toBeUndefined();
  });
});

describe('lists of stock', () => {
  const lists = (state: StockState) => aggregate.listings(state).map(({ list }) => list);

  it('hold a line by code, depot, end of shelf life and purpose', () => {
    expect(lists(aPromisedStockLine())).toEqual([
      'stock',
      'stock/key',
      'registry/confirmed',
      'registry/expiring',
      'stock/kept',
      'stock/kept/expiring',
      `stock/depot/${DEPOT_ID}`,
      `stock/depot/${DEPOT_ID}/expiring`,
      `stock/for/${INCIDENT.id}`,
    ]);
  });

  it('do not change when goods are promised but for those of the purpose', () => {
    const before = aggregate.listings(aStockLine());
    expect(aggregate.listings(applied(aStockLine(), reserve(10))).slice(0, before.length)).toEqual(before);
  });

  it('hold a retired line among all only', () => {
    expect(lists(retired())).toEqual(['stock']);
  });
});
