import type { Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createHandler } from '../../../functions/figures-worker/handler.ts';
import type { Store } from '../../../shared/data/store.ts';
import { ENTITY } from '../../../shared/data/table.ts';
import { figuresOf } from '../../../shared/domain/figures/figures-of.ts';
import { LANZHOU } from '../../builders/circumstances.ts';
import { figuredCity, fromScratch } from '../../builders/figures.ts';
import { placedWith } from '../../builders/request.ts';
import { queueEvent } from '../../builders/told-of-rows.ts';

const requests = ['a', 'b', 'c'].map(
  (end) => ({ kind: 'request', id: `0190b000-0000-7000-8000-00000000000${end}` }) as const,
);
const state = placedWith(LANZHOU);
const linesOfOne = [...figuresOf({ kind: 'request', state }).values()].flat();

const toldOfAll = async (city: ReturnType<typeof figuredCity>, states: readonly object[]) => {
  const notes = [];
  for (const [n, reference] of requests.entries()) notes.push(await city.become(reference, states[n] ?? {}));
  return notes;
};

describe('counting what a batch tells of', () => {
  it('writes what several aggregates add to the same figures in one transaction', async () => {
    const city = figuredCity();
    const notes = await toldOfAll(city, [state, state, state]);
    let transactions = 0;
    const store: Store = {
      ...city.store,
      transact: async (writes, token) => {
        transactions += 1;
        await city.store.transact(writes, token);
      },
    };
    await createHandler({ ...city.cell, store })(queueEvent(notes), {} as Context);
    expect(transactions).toBe(1);
    expect(city.cells()).toEqual(fromScratch([linesOfOne, linesOfOne, linesOfOne].flat()));
  });

  it('counts the others where one cannot be counted, which comes again', async () => {
    const city = figuredCity();
    const notes = await toldOfAll(city, [state, { status: 'nonsense' }, state]);
    const event = queueEvent(notes);
    const { batchItemFailures } = await createHandler(city.cell)(event, {} as Context);
    expect(batchItemFailures).toEqual([{ itemIdentifier: event.Records[1]?.messageId }]);
    expect(city.cells()).toEqual(fromScratch([linesOfOne, linesOfOne].flat()));
    expect(city.store.rows().filter(({ entity }) => entity === ENTITY.figurePart)).not.toHaveLength(0);
  });
});
