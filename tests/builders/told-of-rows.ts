import type { SQSEvent } from 'aws-lambda';
import { queueFiltersOf } from '../../functions/catalog-types.ts';
import { TOLD_OF_ROWS } from '../../functions/told-of-rows.ts';
import { type Change, toStreamRecord } from '../../shared/data/memory-stream.ts';
import { compilePattern } from '../../shared/lambda/event-pattern.ts';
import type { RowNote } from '../../shared/lambda/row-queue.ts';

/** @returns whether the function of that name is told of a change, by the catalogue. */
export const isToldOf = (name: string): ((change: Change) => boolean) => {
  const tests = TOLD_OF_ROWS.filter((definition) => definition.name === name)
    .flatMap(queueFiltersOf)
    .map(compilePattern);
  if (tests.length === 0) throw new RangeError(`${name} is told of no rows`);
  return (change) => {
    const record = toStreamRecord(change);
    return tests.some((test) => test(record));
  };
};

/** @returns what its queue hands to a function: the position of each note is its id. */
export const queueEvent = (notes: readonly RowNote[]): SQSEvent =>
  ({
    Records: notes.map(({ pk, sk }, position) => ({
      messageId: String(position),
      body: JSON.stringify({ pk, sk }),
    })),
  }) as SQSEvent;
