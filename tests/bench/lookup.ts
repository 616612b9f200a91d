import { createDynamoDbStore } from '../../shared/data/dynamodb-store.ts';
import { type LookupCell, lookUp } from '../../shared/data/lookup/look-up.ts';
import { type IndexSource, indexEntries } from '../../shared/data/lookup/registry-index.ts';
import type { LookupQuery } from '../../shared/domain/lookup/lookup-query.ts';
import type { RegistryEntry } from '../../shared/domain/registry/registry-entry.ts';
import { CITIES } from '../../shared/reference/cities.ts';
import { aFreshId, NOW } from '../builders/circumstances.ts';
import { createTestCell } from '../builders/test-cell.ts';
import { type Dynoxide, startDynoxide } from '../support/dynoxide.ts';
import { createTable } from './bench-city.ts';
import { RARE_ENTRIES, registryOf } from './lookup-registry.ts';
import { quantile, rounded } from './statistics.ts';

/** In a registry a hundred times as large, or with twenty partners', a lookup may cost so many times the capacity units. */
const UNITS_GOAL = 1.2;
/** And may take so many times as long, at the 95th percentile. */
const LATENCY_GOAL = 1.5;

const SMALL = 1000;
const LARGE = 100_000;
const PARTNERS = 20;
const PARTNER_ENTRIES = 500;

const ROUNDS = 40;
const WARM_UP = 5;
/** Batches of entries that are being written at once while loading. */
const WRITERS = 4;
const BATCH = 100;

const [HOME] = CITIES;
const near = HOME?.seat ?? { latitude: 36.6, longitude: 101.8 };

/** What is looked up: what only a few fit whatever the size, and what many fit, of which the best are asked for. */
const QUERIES: readonly (Omit<LookupQuery, 'limit'> & { readonly few: boolean })[] = [
  { few: true, q: '冰湖溃决' },
  { few: true, q: '盐渍土 路基', near },
  { few: true, q: 'binghu', kinds: ['expert'] },
  { few: true, q: 'ypf' },
  { few: true, supplyCode: '3990101', near },
  { few: true, language: 'ug', hazard: 'flood' },
  { few: true, resourceKind: 'diving-rescue', level: 2, near, withinMinutes: 120 },
  { few: false, q: '地质灾害 滑坡 监测', near },
  { few: false, q: 'hpjc', kinds: ['expert'] },
  { few: false, q: 'water rescue', near },
  { few: false, q: '帐篷', near, withinKilometres: 30 },
  { few: false, kinds: ['team'], hazard: 'flood', near },
  { few: false, resourceKind: 'water-rescue', level: 2, near, withinMinutes: 90 },
  { few: false, kinds: ['expert'], hazard: 'geological', near, withinKilometres: 50 },
  { few: false, supplyCode: '1010101', near },
];

/** A city whose index holds some entries; what its lookups cost is counted. */
interface Loaded {
  readonly cell: LookupCell;
  readonly entries: number;
  readonly rows: number;
  readonly loadSeconds: number;
  /** Capacity units read since this was asked last. */
  readonly spent: () => number;
}

type Shelf = readonly [source: IndexSource, entries: readonly RegistryEntry[]];

const load = async ({ client }: Dynoxide, name: string, shelves: readonly Shelf[]): Promise<Loaded> => {
  const table = { client, tableName: `lookup-${name}` };
  await createTable(table);
  let [units, rows] = [0, 0];
  const onCapacity = (_operation: string, more: number): void => {
    units += more;
  };
  const store = createDynamoDbStore({ ...table, onCapacity });
  const cell = { ...createTestCell({ newId: aFreshId }).cell, store };
  const counting = {
    ...cell,
    store: {
      ...store,
      transact: async (...[writes, token]: Parameters<typeof store.transact>) => {
        rows += writes.length;
        await store.transact(writes, token);
      },
    },
  };
  const start = performance.now();
  const batches = shelves.flatMap(([source, entries]) =>
    Array.from({ length: Math.ceil(entries.length / BATCH) }, (_, index) => ({
      source,
      entries: entries.slice(index * BATCH, (index + 1) * BATCH),
    })),
  );
  const write = async (): Promise<void> => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) {
      const changes = batch.entries.map((entry) => ({ kind: entry.kind, id: entry.id, version: 1, entry }));
      await indexEntries(counting, batch.source, changes);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  const loadSeconds = rounded((performance.now() - start) / 1000, 0);
  const spent = (): number => {
    const so = units;
    units = 0;
    return so;
  };
  spent();
  return { cell, entries: shelves.reduce((sum, [, entries]) => sum + entries.length, 0), rows, loadSeconds, spent };
};

const partnerShelves = (): readonly Shelf[] =>
  Array.from({ length: PARTNERS }, (_, index) => {
    const code = `${640_100 + index * 100}`;
    const seat = { latitude: near.latitude + ((index % 5) - 2) * 0.9, longitude: near.longitude + index * 0.35 - 3 };
    return [{ agreement: aFreshId() }, registryOf(PARTNER_ENTRIES, { code, seat }).slice(RARE_ENTRIES)] as const;
  });

/** Capacity units of each query, and how long each of many lookups took, milliseconds. */
interface Measured {
  readonly units: readonly number[];
  readonly milliseconds: readonly number[];
}

/** Looks everything up in all cities by turn, so that what disturbs the machine disturbs all alike. */
const measure = async (cities: readonly Loaded[]): Promise<readonly Measured[]> => {
  const measured = cities.map(() => ({ units: QUERIES.map(() => 0), milliseconds: [] as number[] }));
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1)
    for (const [index, { few: _, ...query }] of QUERIES.entries())
      for (const [place, { cell, spent }] of cities.entries()) {
        const start = performance.now();
        await lookUp(cell, { ...query, limit: 20 }, NOW);
        const took = performance.now() - start;
        const into = measured[place];
        if (into) into.units[index] = spent();
        if (round >= WARM_UP) into?.milliseconds.push(took);
      }
  return measured;
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const figuresOf = ({ entries, rows, loadSeconds }: Loaded, { units, milliseconds }: Measured) => ({
  entries,
  rowsWritten: rows,
  loadSeconds,
  unitsPerLookup: rounded(sum(units) / units.length, 1),
  unitsByQuery: Object.fromEntries(
    QUERIES.map(({ few, ...query }, index) => [`${few ? 'few' : 'many'} ${JSON.stringify(query)}`, units[index]]),
  ),
  p50Ms: rounded(quantile(milliseconds, 0.5)),
  p95Ms: rounded(quantile(milliseconds, 0.95)),
});

const ratiosOf = (base: Measured, other: Measured) => ({
  units: rounded(sum(other.units) / sum(base.units)),
  p95: rounded(quantile(other.milliseconds, 0.95) / quantile(base.milliseconds, 0.95)),
});

/**
 * What lookups cost and how long they take with 1,000 and with 100,000 entries of one city in the index, and with those of twenty
 * partners besides the thousand. Capacity units are those that the engine meters, the same on every machine.
 */
export const benchLookup = async () => {
  const engine = await startDynoxide();
  try {
    const home = { code: HOME?.code ?? '630100', seat: near };
    const small = await load(engine, 'small', [['own', registryOf(SMALL, home)]]);
    const partners = await load(engine, 'partners', [['own', registryOf(SMALL, home)], ...partnerShelves()]);
    const large = await load(engine, 'large', [['own', registryOf(LARGE, home)]]);
    const cities = [small, partners, large] as const;
    const [ofSmall, ofPartners, ofLarge] = await measure(cities);
    if (!ofSmall || !ofPartners || !ofLarge) throw new Error('a city was not measured');
    const [largeToSmall, partnersToSmall] = [ratiosOf(ofSmall, ofLarge), ratiosOf(ofSmall, ofPartners)];
    const broken = Object.entries({ large: largeToSmall, partners: partnersToSmall }).flatMap(([name, { units }]) =>
      units > UNITS_GOAL ? [`a lookup costs ${units} times the capacity units: ${name}`] : [],
    );
    return {
      goals: { units: UNITS_GOAL, p95: LATENCY_GOAL },
      small: figuresOf(small, ofSmall),
      large: figuresOf(large, ofLarge),
      partners: figuresOf(partners, ofPartners),
      largeToSmall,
      partnersToSmall,
      broken,
    };
  } finally {
    await engine.stop();
  }
};
