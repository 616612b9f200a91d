import type { DynamoDBRecord } from 'aws-lambda';
import { CATALOG } from '../../functions/catalog.ts';
import { createHandler } from '../../functions/registry-index/handler.ts';
import { compilePattern } from '../../infra/local/messaging/pattern.ts';
import { toStreamRecord } from '../../shared/data/memory-stream.ts';
import type { Store } from '../../shared/data/store.ts';
import { createTestCell } from './test-cell.ts';

/** Which rows of the stream the catalogue wants the index to be told of. */
const wanted = compilePattern(
  CATALOG.find(({ name }) => name === 'registry-index')?.triggers.flatMap((trigger) =>
    trigger.kind === 'table-stream' ? [trigger.filter] : [],
  )[0],
);

/** A cell with its index: what the stream tells is kept until it is to be worked on. */
export const createIndexingCell = (options: Parameters<typeof createTestCell>[0] = {}) => {
  const test = createTestCell(options);
  const records: DynamoDBRecord[] = [];
  test.store.onChange((change) => {
    const record = toStreamRecord(change);
    if (wanted(record)) records.push(record);
  });
  return {
    ...test,
    /** What the stream has told since it was worked on last. */
    records,
    /** Works on all that the stream has told, with another store than the usual one if need be. @returns the answer to the stream. */
    index: (store: Store = test.store, some: readonly DynamoDBRecord[] = records.splice(0)) =>
      createHandler({ ...test.cell, store })({ Records: [...some] }),
  };
};
