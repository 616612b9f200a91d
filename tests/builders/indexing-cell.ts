import type { Context } from 'aws-lambda';
import { createHandler } from '../../functions/registry-index/handler.ts';
import type { Store } from '../../shared/data/store.ts';
import type { RowNote } from '../../shared/lambda/row-queue.ts';
import { createTestCell } from './test-cell.ts';
import { isToldOf, queueEvent } from './told-of-rows.ts';

const isWanted = isToldOf('registry-index');

/** A cell with its index: what the index is told of is kept until it is to be worked on. */
export const createIndexingCell = (options: Parameters<typeof createTestCell>[0] = {}) => {
  const test = createTestCell(options);
  const notes: RowNote[] = [];
  test.store.onChange((change) => {
    if (isWanted(change)) notes.push(change.key);
  });
  return {
    ...test,
    /** What the index has been told of since it was worked on last. */
    notes,
    /** Works on all of it, with another store than the usual one if need be. @returns the answer to the queue. */
    index: (store: Store = test.store, some: readonly RowNote[] = notes.splice(0)) =>
      createHandler({ ...test.cell, store })(queueEvent(some), {} as Context),
  };
};
