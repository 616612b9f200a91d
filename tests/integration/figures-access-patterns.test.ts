import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rebuildPage } from '../../functions/figures-worker/rebuild-page.ts';
import { eventRows } from '../../shared/data/event-rows.ts';
import { readFigures } from '../../shared/data/figures/read-figures.ts';
import { refigure } from '../../shared/data/figures/refigure.ts';
import { ENTITY, keys } from '../../shared/data/table.ts';
import { aFreshId, LANZHOU, NOW, XINING } from '../builders/circumstances.ts';
import { eventRow, stateRow } from '../builders/figures.ts';
import { type MeteredTable, openMeteredTable } from '../builders/metered-table.ts';
import { placedItem } from '../builders/request.ts';
import { createTestCell } from '../builders/test-cell.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';

/** As many requests again, all of the same month and kind, with the same partner. */
const REQUESTS = 60;
const reference = (n: number) =>
  ({ kind: 'request', id: `0190b000-0000-7000-8000-${n.toString(16).padStart(12, '0')}` }) as const;
const REBUILD = aFreshId();

let engine: Dynoxide;
let table: MeteredTable;
let city: ReturnType<typeof createTestCell>['cell'];
beforeAll(async () => {
  engine = await startDynoxide();
  const state = placedItem({}, LANZHOU);
  const requests = Array.from({ length: REQUESTS }, (_, n) => n);
  table = await openMeteredTable(engine, 'figures', [
    ...requests.map((n) => stateRow(reference(n), state, 1)),
    ...requests.map((n) => eventRow(reference(n), 1)),
    ...requests.map((n) => ({
      ...keys.listing('request', `${NOW}#${reference(n).id}`),
      entity: ENTITY.listing,
      card: {},
    })),
    {
      ...keys.figureRebuild(REBUILD, 0),
      entity: ENTITY.figureRebuild,
      rebuildId: REBUILD,
      page: 0,
      list: 0,
      orderedBy: 'administrator',
      orderedAt: NOW,
      expiresAtEpochSeconds: 1,
    },
  ]);
  city = { ...createTestCell({ city: XINING }).cell, store: table.store };
});
afterAll(() => engine?.stop());

describe('access pattern', () => {
  it('AP40 reads the entries that a follower is told of, in one round trip', async () => {
    const { pk, sk } = eventRow(reference(0), 1);
    const other = eventRow(reference(1), 1);
    const trips = await table.tripsOf(() => eventRows(table.store, [{ pk, sk }, other, { pk, sk }]));
    expect(trips).toEqual([['BatchGetItem', 2]]);
  });

  it('AP42 reads and writes the parts that changed together, in one transaction', async () => {
    const trips = await table.tripsOf(() => refigure(city, { reference: reference(0) }));
    // The step it is in, the city's request, the partner's: a part and a cell each, of less than a KB.
    expect(trips.slice(2)).toEqual([
      ['BatchGetItem', 3],
      ['TransactWriteItems', 12],
    ]);
  });

  it('AP41 reads what an aggregate has added and what it is, and writes nothing where nothing has changed', async () => {
    const trips = await table.tripsOf(() => refigure(city, { reference: reference(0) }));
    expect(trips.toSorted()).toEqual([
      ['BatchGetItem', 1],
      ['Query', 1],
    ]);
  });

  it('AP42 reads and writes what several aggregates change together, too', async () => {
    const trips = await table.tripsOf(() => refigure(city, ...[1, 2, 3].map((n) => ({ reference: reference(n) }))));
    // Nine parts, and the same three cells.
    expect(trips.toSorted()).toEqual([
      ['BatchGetItem', 3],
      ['BatchGetItem', 3],
      ['Query', 1],
      ['Query', 1],
      ['Query', 1],
      ['TransactWriteItems', 24],
    ]);
  });

  it('AP43 reads the figures of months, a Query each, at a cost that does not grow with what was counted', async () => {
    const wanted = { realm: 'real', of: 'partner', months: ['2026-06', '2026-07'] } as const;
    const few = await table.tripsOf(() => readFigures(table.store, wanted));
    for (let n = 1; n < REQUESTS; n += 1) await refigure(city, { reference: reference(n) });
    const many = await table.tripsOf(() => readFigures(table.store, wanted));
    expect(many).toEqual(few);
    expect(many).toEqual([
      ['Query', 1],
      ['Query', 1],
    ]);
    const [cell] = await readFigures(table.store, { ...wanted, subject: LANZHOU });
    expect(cell?.counters.placed).toBe(REQUESTS);
  });

  it('AP44 counts a page anew: its row, twenty of a list, the ledger of each, and brings the next page', async () => {
    const { pk, sk } = keys.figureRebuild(REBUILD, 0);
    const trips = await table.tripsOf(() => rebuildPage(city, { pk, sk }));
    expect(trips.slice(0, 2).map(([operation]) => operation)).toEqual(['GetItem', 'Query']);
    // Nothing has changed: of each its ledger, its parts and its state.
    const each = trips.slice(2, -1).map(([operation]) => operation);
    expect(each.filter((operation) => operation === 'Query')).toHaveLength(2 * 20);
    expect(each.filter((operation) => operation === 'BatchGetItem')).toHaveLength(20);
    expect(trips.at(-1)?.[0]).toBe('TransactWriteItems');
    expect(await table.store.get(keys.figureRebuild(REBUILD, 1))).toMatchObject({ list: 0, page: 1 });
  });
});
