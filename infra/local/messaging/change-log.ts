import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { RowFilter } from '../../../functions/catalog-types.ts';
import { toStreamRecord } from '../../../shared/data/memory-stream.ts';
import { type Item, type Key, type Store, TransactionCancelled, type Write } from '../../../shared/data/store.ts';
import { TABLE } from '../../../shared/data/table.ts';
import { compilePattern } from '../../../shared/lambda/event-pattern.ts';
import type { DurableQueue } from './durable-queue.ts';
import type { Message, MessageRows, RowTable } from './message-rows.ts';

/** DynamoDB reads this many rows at a time. */
const ROWS_AT_ONCE = 100;

/** Names the partition of the city's table that holds what one function's stream has not seen yet. */
const partitionOf = (stream: string): string => `local-stream#${stream}`;

type Insert = Extract<Write, { kind: 'put' }>;

const isInsert = (write: Write): write is Insert => write.kind === 'put' && write.condition?.kind === 'absent';

let sequence = 0;

/** @returns the record by which a DynamoDB stream tells of a new row. */
const insertOf = (item: Item): DynamoDBRecord => {
  sequence += 1;
  const { pk, sk } = item;
  return toStreamRecord({ sequence, at: Date.now(), key: { pk, sk }, before: undefined, after: item });
};

/** The image of a row, each attribute turned into DynamoDB's form when a filter looks at it: most rows pass no filter. */
const lazyImage = (item: Readonly<Record<string, unknown>>): object =>
  new Proxy(item, {
    get: (target, name) => {
      const value = typeof name === 'string' ? target[name] : undefined;
      return value === undefined ? undefined : marshall({ value }, { removeUndefinedValues: true }).value;
    },
  });

/** @returns what a filter sees of the record of a new row. */
const glimpseOf = (item: Item): object => ({
  eventName: 'INSERT',
  eventSource: 'aws:dynamodb',
  dynamodb: { Keys: lazyImage({ pk: item.pk, sk: item.sk }), NewImage: lazyImage(item) },
});

/** @returns the row that remembers a new row until the function was told of it. */
const noteOf = (pk: string, id: string, { pk: partition, sk }: Key): Item => ({
  pk,
  sk: id,
  entity: 'local-stream-note',
  of: { pk: partition, sk },
});

const keyOf = ({ dynamodb }: DynamoDBRecord): Key => ({
  pk: dynamodb?.Keys?.[TABLE.partitionKey]?.S ?? '',
  sk: dynamodb?.Keys?.[TABLE.sortKey]?.S ?? '',
});

const found = async (store: Store, keys: readonly Key[]): Promise<readonly Item[]> => {
  const items: Item[] = [];
  for (let n = 0; n < keys.length; n += ROWS_AT_ONCE)
    items.push(...(await store.getMany(keys.slice(n, n + ROWS_AT_ONCE))));
  return items;
};

/**
 * @returns the rows of one function's stream, in the city's own table: each names a new row that the function has not been
 * told of. A {@link loggingStore} puts them there.
 */
export const streamRows = (table: RowTable, stream: string): MessageRows<DynamoDBRecord> => {
  const pk = partitionOf(stream);
  const nameOf = ({ pk: partition, sk }: Key): string => `${partition}\n${sk}`;
  return {
    load: async () => {
      const rows = await table.rows(pk);
      const items = await found(
        table.store,
        rows.map((row) => row.of as Key),
      );
      const byKey = new Map(items.map((item) => [nameOf(item), item]));
      const gone = rows.filter((row) => !byKey.has(nameOf(row.of as Key)));
      table.writer.removeSoon(gone.map(({ sk }) => ({ pk, sk })));
      return rows.flatMap(({ sk, of }): Message<DynamoDBRecord>[] => {
        const item = byKey.get(nameOf(of as Key));
        return item ? [{ id: sk, body: insertOf(item), sentAt: Date.now(), failures: 0 }] : [];
      });
    },
    put: (messages) =>
      table.writer.write(messages.map(({ id, body }) => ({ kind: 'put', item: noteOf(pk, id, keyOf(body)) }))),
    remove: (messages) => table.writer.removeSoon(messages.map(({ id }) => ({ pk, sk: id }))),
  };
};

/** A function's stream: which new rows it is told of, and the queue they wait in. */
export interface Stream {
  readonly name: string;
  readonly filter: RowFilter;
  readonly queue: DurableQueue<DynamoDBRecord>;
}

/**
 * Wraps a city's store so that, with every transaction, the rows the city's streams are to tell of are noted in that same
 * transaction, and handed to the streams as soon as it is done.
 *
 * The engine has streams of its own, but keeps every record for ever and counts them all at each write: a write costs a
 * quarter of a millisecond more for every thousand before it. Here a note goes when its record has been worked on. Only
 * inserts (writes on condition that the row is absent) are told; a transaction may hold so many fewer writes.
 */
export const loggingStore = (store: Store, streams: readonly Stream[]): Store => {
  const told = streams.map(({ name, filter, queue }) => ({
    pk: partitionOf(name),
    queue,
    test: compilePattern(filter),
  }));

  /** What each stream is to be told of a transaction. */
  const notesOf = (writes: readonly Write[], token: string) => {
    const inserts = writes
      .filter(isInsert)
      .map(({ item }, n) => ({ item, id: `${token}#${n}`, glimpse: glimpseOf(item) }));
    return told.map(({ pk, queue, test }) => ({ pk, queue, inserts: inserts.filter(({ glimpse }) => test(glimpse)) }));
  };

  return {
    get: (key) => store.get(key),
    getMany: (keys) => store.getMany(keys),
    query: (query) => store.query(query),
    queryDue: (until, limit, after) => store.queryDue(until, limit, after),
    transact: async (writes, token) => {
      const notes = notesOf(writes, token);
      const puts = notes.flatMap(({ pk, inserts }) =>
        inserts.map(({ id, item }): Write => ({ kind: 'put', item: noteOf(pk, id, item) })),
      );
      try {
        await store.transact([...writes, ...puts], token);
      } catch (error) {
        throw error instanceof TransactionCancelled
          ? new TransactionCancelled(error.reasons.slice(0, writes.length))
          : error;
      }
      for (const { queue, inserts } of notes)
        queue.accept(inserts.map(({ id, item }) => ({ id, body: insertOf(item), sentAt: Date.now(), failures: 0 })));
    },
  };
};
