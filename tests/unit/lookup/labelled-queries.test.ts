import { describe, expect, it } from 'vitest';
import { type LookupCell, lookUp } from '../../../shared/data/lookup/look-up.ts';
import { indexEntries } from '../../../shared/data/lookup/registry-index.ts';
import type { RegistryEntry } from '../../../shared/domain/registry/registry-entry.ts';
import { CITIES } from '../../../shared/reference/cities.ts';
import { registryOf } from '../../bench/lookup-registry.ts';
import { NOW } from '../../builders/circumstances.ts';
import { aRegistry } from '../../builders/registry-entries.ts';
import { createTestCell } from '../../builders/test-cell.ts';
import { LABELLED_QUERIES, type LabelledQuery } from './labelled-queries.ts';

/** Of the answers, so many at most fit on the first page that people look at. */
const PAGE = 10;
const RECALL_GOAL = 0.95;
const FEWEST_QUERIES = 60;

/** Others that look much the same, in each of the five cities. */
const OTHERS = 300;

const registry = aRegistry();
const crowd = CITIES.flatMap((city) => registryOf(OTHERS, city));

const indexed = async (entries: readonly RegistryEntry[]): Promise<LookupCell> => {
  const { cell } = createTestCell({ now: NOW });
  const changes = entries.map((entry) => ({ kind: entry.kind, id: entry.id, version: 1, entry }));
  await indexEntries(cell, 'own', changes);
  return cell;
};

/** @returns which share of the answers, or of a full page of them, is among the first ten hits. */
const recallOf = async (cell: LookupCell, entries: readonly RegistryEntry[], { query, answers }: LabelledQuery) => {
  const expected = new Set(entries.filter(answers).map(({ id }) => id));
  expect(expected.size, `${JSON.stringify(query)} has an answer`).toBeGreaterThan(0);
  const { hits } = await lookUp(cell, { ...query, limit: PAGE }, NOW);
  const found = hits.filter(({ entry }) => expected.has(entry.id)).length;
  return found / Math.min(PAGE, expected.size);
};

/** The mean over all labelled queries; what was missed is printed. */
const meanRecall = async (entries: readonly RegistryEntry[]): Promise<number> => {
  const cell = await indexed(entries);
  const recalls = await Promise.all(LABELLED_QUERIES.map((labelled) => recallOf(cell, entries, labelled)));
  const missed = LABELLED_QUERIES.flatMap(({ query }, index) =>
    recalls[index] === 1 ? [] : [`${recalls[index]?.toFixed(2)} ${JSON.stringify(query)}`],
  );
  const mean = recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
  console.log(`recall@10 ${mean.toFixed(3)}: ${recalls.length} queries, ${entries.length} entries`, ...missed);
  return mean;
};

describe('looking up what people look for', () => {
  it('is tried with a few hundred entries and enough queries', () => {
    expect(registry.length).toBeGreaterThan(250);
    expect(LABELLED_QUERIES.length).toBeGreaterThanOrEqual(FEWEST_QUERIES);
  });

  it(`finds ${RECALL_GOAL} of the answers among the first ten`, async () => {
    expect(await meanRecall(registry)).toBeGreaterThanOrEqual(RECALL_GOAL);
  });

  it('finds as many in a crowd of others', async () => {
    expect(await meanRecall([...registry, ...crowd])).toBeGreaterThanOrEqual(RECALL_GOAL);
  });
});
