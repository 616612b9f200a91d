import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { STREAM } from '../../../infra/delivery.ts';
import { type Change, toStreamRecord } from '../../../shared/data/memory-stream.ts';
import type { Item } from '../../../shared/data/store.ts';
import { HOUR_MS, MINUTE_MS } from '../../../shared/domain/kernel/instant.ts';
import { compilePattern } from '../../../shared/lambda/event-pattern.ts';
import { type Fields, fieldsOf } from '../json.ts';
import type { Attach } from './attach.ts';

/** How long what failed waits before it is tried again, milliseconds; doubles each time. */
const FIRST_WAIT_MS = 200;

/** How many of the batch the function has done, from its start; the rest comes again. */
const doneOf = (records: readonly DynamoDBRecord[], result: unknown): number => {
  const failures = ((result ?? {}) as Partial<DynamoDBBatchResponse>).batchItemFailures ?? [];
  const failed = new Set(failures.map(({ itemIdentifier }) => itemIdentifier));
  const first = records.findIndex(({ dynamodb }) => failed.has(dynamodb?.SequenceNumber ?? ''));
  return first === -1 ? records.length : first;
};

/** @returns the change with those attributes only that a filter looks at: most changes are of no interest, and marshalling costs. */
const filteredPart = (filter: Fields) => {
  const names = (image: string): readonly string[] => Object.keys(fieldsOf(fieldsOf(filter.dynamodb)[image]));
  const only = (item: Item | undefined, wanted: readonly string[]): Item | undefined =>
    item && { pk: item.pk, sk: item.sk, ...Object.fromEntries(wanted.map((name) => [name, item[name]])) };
  const [before, after] = [names('OldImage'), names('NewImage')];
  return (change: Change): Change => ({
    ...change,
    before: only(change.before, before),
    after: only(change.after, after),
  });
};

/** The table's stream: in order, at least once, with what stays undone given up after a while. */
export const attachStream: Attach<'table-stream'> = (host, name, { filter }) => {
  const { time, random, weather } = host;
  const pending: Change[] = [];
  const matches = compilePattern(filter);
  const asFiltered = filteredPart(filter);
  let attempts = 0;
  let running = false;

  const isStale = ({ at }: Change): boolean => time.now() - at > STREAM.recordAgeHours * HOUR_MS;

  const round = async (): Promise<void> => {
    const batch = pending.slice(0, STREAM.batchSize).map(toStreamRecord);
    const outcome = await host.invoke(name, { Records: batch });
    const done = outcome.ok ? doneOf(batch, outcome.result) : 0;
    const again = done === batch.length && random.chance(weather().repeatedMessage);
    if (!again) pending.splice(0, done);
    attempts = done === batch.length ? 0 : attempts + 1;
    if (attempts > STREAM.retries || (pending[0] && isStale(pending[0]))) {
      host.trace.note(host.city, `${name} gives up on a record`);
      pending.shift();
      attempts = 0;
    }
    running = false;
    start();
  };

  const start = (): void => {
    if (running || pending.length === 0) return;
    running = true;
    const wait = attempts === 0 ? random.between(0, 500) : Math.min(FIRST_WAIT_MS * 2 ** attempts, MINUTE_MS);
    time.after(wait, () => void round());
  };

  host.store.onChange((change) => {
    if (!matches(toStreamRecord(asFiltered(change)))) return;
    pending.push(change);
    start();
  });
};
