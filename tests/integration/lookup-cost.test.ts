import { beforeAll, describe, expect, it } from 'vitest';
import { lookUp } from '../../shared/data/lookup/look-up.ts';
import { type IndexSource, indexEntries } from '../../shared/data/lookup/registry-index.ts';
import type { Item, Store } from '../../shared/data/store.ts';
import type { LookupQuery } from '../../shared/domain/lookup/lookup-query.ts';
import type { RegistryEntry } from '../../shared/domain/registry/registry-entry.ts';
import { CITIES } from '../../shared/reference/cities.ts';
import { registryOf } from '../bench/lookup-registry.ts';
import { aFreshId, NOW } from '../builders/circumstances.ts';
import { bytesOf } from '../builders/metered-table.ts';
import { createTestCell } from '../builders/test-cell.ts';

/** What a lookup may cost in a registry five times as large, or with partners', against what it costs in the smaller one. */
const GOAL = 1.2;
const [HOME] = CITIES;
const home = { code: HOME?.code ?? '', seat: HOME?.seat ?? { latitude: 0, longitude: 0 } };
const near = home.seat;

/** Capacity units as DynamoDB counts them: 1 for each 4 KB begun of what a Query returns, at least 1; the same for each row read by key. */
const unitsOf = (items: readonly Item[]): number =>
  Math.max(1, Math.ceil(items.reduce((sum, item) => sum + bytesOf(item), 0) / 4096));

const metered = (store: Store) => {
  const spent = { units: 0, queries: 0, batches: 0 };
  return {
    spent,
    store: {
      query: async (query: Parameters<Store['query']>[0]) => {
        const page = await store.query(query);
        expect(query.limit, 'every Query is bounded').toBeLessThanOrEqual(100);
        spent.units += unitsOf(page.items);
        spent.queries += 1;
        return page;
      },
      getMany: async (keys: Parameters<Store['getMany']>[0]) => {
        const items = await store.getMany(keys);
        for (const item of items) spent.units += unitsOf([item]);
        spent.batches += 1;
        return items;
      },
    },
  };
};

const QUERIES: readonly Omit<LookupQuery, 'limit'>[] = [
  { q: '冰湖溃决' },
  { q: 'binghu', kinds: ['expert'] },
  { supplyCode: '3990101', near },
  { resourceKind: 'diving-rescue', near, withinMinutes: 120 },
  { q: '地质灾害 滑坡 监测', near },
  { kinds: ['team'], hazard: 'flood', near },
  { kinds: ['expert'], hazard: 'geological', near, withinKilometres: 50 },
  { hazard: 'flood' },
];

type Shelf = readonly [IndexSource, readonly RegistryEntry[]];

const load = async (shelves: readonly Shelf[]) => {
  const { cell } = createTestCell({ city: home.code, now: NOW });
  for (const [source, entries] of shelves)
    await indexEntries(
      cell,
      source,
      entries.map((entry) => ({ kind: entry.kind, id: entry.id, version: 1, entry })),
    );
  return cell;
};
type Loaded = Awaited<ReturnType<typeof load>>;

const costOf = async (cell: Loaded) => {
  const { store, spent } = metered(cell.store);
  for (const query of QUERIES) await lookUp({ ...cell, store }, { ...query, limit: 20 }, NOW);
  return spent;
};

describe('the cost of lookups', () => {
  let [small, large, shared]: (Loaded | undefined)[] = [];
  beforeAll(async () => {
    small = await load([['own', registryOf(1000, home)]]);
    large = await load([['own', registryOf(5000, home)]]);
    const partners = Array.from({ length: 20 }, (_, index): Shelf => {
      const seat = { latitude: near.latitude + ((index % 5) - 2), longitude: near.longitude + index * 0.3 - 3 };
      return [{ agreement: aFreshId() }, registryOf(150, { code: `${640_100 + index * 100}`, seat }).slice(40)];
    });
    shared = await load([['own', registryOf(1000, home)], ...partners]);
  });

  it('does not grow with the registry, nor with the number of partners', async () => {
    if (!small || !large || !shared) throw new Error('the registries are loaded');
    const [of, ofLarge, ofShared] = [await costOf(small), await costOf(large), await costOf(shared)];
    console.log('capacity units', of.units, ofLarge.units, ofShared.units);
    expect(ofLarge.units / of.units).toBeLessThanOrEqual(GOAL);
    expect(ofShared.units / of.units).toBeLessThanOrEqual(GOAL);
  });

  it('is a bounded number of round trips, and one for the documents', async () => {
    if (!large) throw new Error('the registry is loaded');
    for (const query of QUERIES) {
      const { store, spent } = metered(large.store);
      await lookUp({ ...large, store }, { ...query, limit: 20 }, NOW);
      expect(spent.queries, JSON.stringify(query)).toBeLessThanOrEqual(60);
      expect(spent.batches).toBe(1);
    }
  });

  it('stays small where nothing is found', async () => {
    if (!large) throw new Error('the registry is loaded');
    const { store, spent } = metered(large.store);
    const { hits } = await lookUp({ ...large, store }, { q: '独角兽', limit: 20 }, NOW);
    expect(hits).toEqual([]);
    expect(spent).toEqual({ units: 2, queries: 2, batches: 0 });
  });
});
