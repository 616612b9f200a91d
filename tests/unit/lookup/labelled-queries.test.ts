import { beforeAll, describe, expect, it } from 'vitest';
import { lookUp } from '../../../shared/data/lookup/look-up.ts';
import { indexEntries } from '../../../shared/data/lookup/registry-index.ts';
import { NOW } from '../../builders/circumstances.ts';
import { aRegistry } from '../../builders/registry-entries.ts';
import { createTestCell } from '../../builders/test-cell.ts';
import { LABELLED_QUERIES, type LabelledQuery } from './labelled-queries.ts';

/** Of the answers, so many at most fit on the first page that people look at. */
const PAGE = 10;
const RECALL_GOAL = 0.95;
const FEWEST_QUERIES = 60;

const { cell } = createTestCell({ now: NOW });
const registry = aRegistry();

/** @returns which share of the answers, or of a full page of them, is among the first ten hits. */
const recallOf = async ({ query, answers }: LabelledQuery): Promise<number> => {
  const expected = new Set(registry.filter(answers).map(({ id }) => id));
  expect(expected.size, `${JSON.stringify(query)} has an answer`).toBeGreaterThan(0);
  const { hits } = await lookUp(cell, { ...query, limit: PAGE }, NOW);
  const found = hits.filter(({ entry }) => expected.has(entry.id)).length;
  return found / Math.min(PAGE, expected.size);
};

describe('looking up what people look for', () => {
  beforeAll(async () => {
    const changes = registry.map((entry) => ({ kind: entry.kind, id: entry.id, version: 1, entry }));
    await indexEntries(cell, 'own', changes);
  });

  it('is tried with a few hundred entries and enough queries', () => {
    expect(registry.length).toBeGreaterThan(250);
    expect(LABELLED_QUERIES.length).toBeGreaterThanOrEqual(FEWEST_QUERIES);
  });

  it(`finds ${RECALL_GOAL} of the answers among the first ten`, async () => {
    const recalls = await Promise.all(LABELLED_QUERIES.map(recallOf));
    const missed = LABELLED_QUERIES.flatMap(({ query }, index) =>
      recalls[index] === 1 ? [] : [`${recalls[index]?.toFixed(2)} ${JSON.stringify(query)}`],
    );
    const mean = recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
    console.log(`recall@10 ${mean.toFixed(3)} over ${recalls.length} queries`, ...missed);
    expect(mean).toBeGreaterThanOrEqual(RECALL_GOAL);
  });
});
