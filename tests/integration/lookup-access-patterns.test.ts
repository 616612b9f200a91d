import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandler as createTeams } from '../../functions/teams/handler.ts';
import { lookUp } from '../../shared/data/lookup/look-up.ts';
import { indexEntries, indexedEntries, removeSource } from '../../shared/data/lookup/registry-index.ts';
import type { LookupQuery } from '../../shared/domain/lookup/lookup-query.ts';
import { teamRoutes } from '../../shared/http/routes/teams.ts';
import { aFreshId, NOW, XINING } from '../builders/circumstances.ts';
import { createIndexingCell } from '../builders/indexing-cell.ts';
import { type MeteredTable, openMeteredTable, type Trip } from '../builders/metered-table.ts';
import { entryOf } from '../builders/registry/entry-of.ts';
import { aRegistry } from '../builders/registry-entries.ts';
import { someContact, someDetails } from '../builders/team.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';

const near = { latitude: 36.617, longitude: 101.778 };

let engine: Dynoxide;
let table: MeteredTable;
let indexing: readonly Trip[];
const city = createIndexingCell({ city: XINING, now: NOW, newId: aFreshId });
/** Enough teams for a list that is read in part only, and some goods. */
const entries = [
  ...Array.from({ length: 120 }, (_, index) => {
    const position = { ...near, latitude: near.latitude + index / 200, crs: 'CGCS2000' as const, place: '某处' };
    return entryOf({ kind: 'team', city: XINING, name: '救援', position });
  }),
  ...aRegistry().filter(({ kind }) => kind === 'stock'),
];
const changes = entries.map((entry) => ({ kind: entry.kind, id: entry.id, version: 1, entry }));

beforeAll(async () => {
  const body = { ...someDetails(), dutyContact: someContact() };
  await city.call(createTeams(city.cell), teamRoutes.registerTeam, { as: `coordinator@${XINING}`, body });
  await indexEntries(city.cell, 'own', changes);
  engine = await startDynoxide();
  table = await openMeteredTable(engine, 'lookups', city.store.rows());
});
afterAll(() => engine?.stop());

const operations = (trips: readonly Trip[]) => trips.map(([operation]) => operation);
const unitsOf = (trips: readonly Trip[], of: string) =>
  trips.filter(([operation]) => operation === of).map(([, units]) => units);
const looking = (query: Omit<LookupQuery, 'limit'>) =>
  table.tripsOf(() => lookUp({ ...city.cell, store: table.store }, { ...query, limit: 20 }, NOW));

describe('access pattern', () => {
  it('AP20 reads an entry as it is, and what the index holds of it', async () => {
    indexing = await table.tripsOf(() => city.index(table.store));
    expect(operations(indexing)).toEqual(['BatchGetItem', 'BatchGetItem', 'TransactWriteItems']);
    expect(unitsOf(indexing, 'BatchGetItem')).toEqual([1, 1]);
  });

  it('AP21 writes its rows in one transaction', () => {
    const rows = table.transactions[0]?.length ?? 0;
    expect(rows).toBeGreaterThan(20);
    // The document is larger than a KB; every posting row is smaller.
    expect(unitsOf(indexing, 'TransactWriteItems')[0]).toBeLessThanOrEqual(2 * rows + 4);
  });

  it('AP22 reads a Query for each pair of characters', async () => {
    const trips = await looking({ q: '制氧' });
    expect(operations(trips)).toEqual(['Query', 'BatchGetItem']);
    expect(unitsOf(trips, 'Query')).toEqual([1]);
  });

  it('AP24 reads the documents of what was found, in one round trip', async () => {
    const trips = await looking({ q: '制氧' });
    const { hits } = await lookUp({ ...city.cell, store: table.store }, { q: '制氧', limit: 20 }, NOW);
    expect(hits.length).toBeGreaterThan(1);
    expect(unitsOf(trips, 'BatchGetItem')).toEqual([hits.length]);
  });

  it('AP22 reads a long list of words to its bound', async () => {
    const trips = await looking({ q: '救援', kinds: ['team'] });
    const [words] = unitsOf(trips, 'Query');
    expect(words).toBeLessThanOrEqual(4);
  });

  it('AP23 reads a short list around a point in two Queries', async () => {
    const trips = await looking({ supplyCode: '1010101', near });
    expect(operations(trips).toSorted()).toEqual(['BatchGetItem', 'Query', 'Query']);
    expect(unitsOf(trips, 'Query')).toEqual([1, 1]);
  });

  it('AP23 reads a long one in a bounded number more', async () => {
    const trips = await looking({ kinds: ['team'], near });
    const units = unitsOf(trips, 'Query');
    expect(units.length).toBeGreaterThan(2);
    expect(units.length).toBeLessThanOrEqual(11);
    expect(Math.max(...units)).toBeLessThanOrEqual(2);
    expect(unitsOf(trips, 'BatchGetItem')[0]).toBeLessThanOrEqual(60);
  });

  it('AP25 reads what is known under an agreement, and takes it out', async () => {
    const source = { agreement: aFreshId() };
    const cell = { ...city.cell, store: table.store };
    await indexEntries(cell, source, changes.slice(0, 3));
    expect(operations(await table.tripsOf(() => indexedEntries(cell, source, { limit: 50 })))).toEqual(['Query']);
    const trips = await table.tripsOf(() => removeSource(cell, source));
    expect(operations(trips).filter((operation) => operation === 'Query')).toHaveLength(2);
    expect((await indexedEntries(cell, source, { limit: 50 })).entries).toEqual([]);
  });
});
