import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import type { RowFilter } from '../../../functions/catalog-types.ts';
import { toStreamRecord } from '../../../shared/data/memory-stream.ts';
import { type Item, type Key, type Store, TransactionCancelled, type Write } from '../../../shared/data/store.ts';
import { compilePattern } from '../../../shared/lambda/event-pattern.ts';
import type { RowNote } from '../../../shared/lambda/row-queue.ts';
import { ChangeNotes, type Noted } from './change-notes.ts';
import { DurableQueue } from './durable-queue.ts';
import type { Message, MessageRows, RowTable } from './message-rows.ts';

/** DynamoDB reads this many rows at a time. */
const ROWS_AT_ONCE = 100;

type Insert = Extract<Write, { kind: 'put' }>;

const isInsert = (write: Write): write is Insert => write.kind === 'put' && write.condition?.kind === 'absent';

/** What a follower is given of a new row. */
export interface Reading<B> {
  readonly of: (row: Item) => B;
  readonly keyOf: (body: B) => Key;
  /** Whether the row itself is needed, or its keys are enough. */
  readonly needs: 'row' | 'keys';
}

let sequence = 0;

/** The record by which a DynamoDB stream tells of a new row. */
export const AS_RECORD: Reading<DynamoDBRecord> = {
  of: (row) => {
    sequence += 1;
    const { pk, sk } = row;
    return toStreamRecord({ sequence, at: Date.now(), key: { pk, sk }, before: undefined, after: row });
  },
  keyOf: ({ dynamodb }) => ({ pk: dynamodb?.Keys?.pk?.S ?? '', sk: dynamodb?.Keys?.sk?.S ?? '' }),
  needs: 'row',
};

/** The note by which the queue of a function tells of a new row. */
export const AS_NOTE: Reading<RowNote> = {
  of: ({ pk, sk }) => ({ pk, sk }),
  keyOf: (note) => note,
  needs: 'keys',
};

/** The image of a row, each attribute turned into DynamoDB's form when the first filter looks at it: most rows pass no filter. */
const lazyImage = (item: Readonly<Record<string, unknown>>): object => {
  const seen = new Map<string | symbol, unknown>();
  const imageOf = (value: unknown): unknown =>
    value === undefined ? undefined : marshall({ value }, { removeUndefinedValues: true }).value;
  return new Proxy(item, {
    get: (target, name) => {
      if (!seen.has(name)) seen.set(name, typeof name === 'string' ? imageOf(target[name]) : undefined);
      return seen.get(name);
    },
  });
};

/** @returns what a filter sees of the record of a new row. */
const glimpseOf = (item: Item): object => ({
  eventName: 'INSERT',
  eventSource: 'aws:dynamodb',
  dynamodb: { Keys: lazyImage({ pk: item.pk, sk: item.sk }), NewImage: lazyImage(item) },
});

const nameOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;

/** A row that somebody is to be told of, as it was written. */
type Told = Noted & { readonly item: Item };

interface Follower {
  readonly name: string;
  readonly wants: (glimpse: object) => boolean;
  readonly accept: (rows: readonly Told[]) => void;
}

/**
 * Tells the followers of a city's table of new rows, each by a queue of its own. Its {@link store} notes, in the very transaction that
 * writes them, who is to be told of which rows: one small row for all of them, which goes when all have done their work. What a process
 * leaves behind, the next one tells again. That is all there is on disk, however many queues there are: how often a message failed is
 * forgotten with the process.
 *
 * The engine has streams of its own, but keeps every record for ever and counts them all at each write: a write costs a
 * quarter of a millisecond more for every thousand before it. Only inserts (writes on condition that the row is absent) are told.
 */
export class ChangeLog {
  /** The city's store, which tells of what is written through it. */
  readonly store: Store;
  private readonly table: RowTable;
  private readonly notes: ChangeNotes;
  private readonly followers: Follower[] = [];

  constructor(table: RowTable) {
    this.table = table;
    this.notes = new ChangeNotes(table);
    this.store = { ...table.store, transact: (writes, token) => this.transact(writes, token) };
  }

  /** @returns the queue by which somebody is told of new rows that any of the filters lets through. Names are distinct. */
  follow<B>(name: string, filters: readonly RowFilter[], reading: Reading<B>): DurableQueue<B> {
    const queue = new DurableQueue<B>({ name, newId: this.table.newId, rows: this.rowsOf(name, reading) });
    const tests = filters.map(compilePattern);
    this.followers.push({
      name,
      wants: (glimpse) => tests.some((test) => test(glimpse)),
      accept: (rows) => queue.accept(rows.map(({ id, item }) => messageOf(id, reading.of(item)))),
    });
    return queue;
  }

  private async transact(writes: readonly Write[], token: string): Promise<void> {
    const told = this.toldOf(writes, token);
    const note = told.length === 0 ? [] : [this.notes.noteOf(token, told)];
    try {
      await this.table.store.transact([...writes, ...note], token);
    } catch (error) {
      throw error instanceof TransactionCancelled
        ? new TransactionCancelled(error.reasons.slice(0, writes.length))
        : error;
    }
    this.notes.open(told);
    for (const { name, accept } of this.followers) accept(told.filter(({ to }) => to.includes(name)));
  }

  /** @returns the new rows among these that somebody is to be told of. */
  private toldOf(writes: readonly Write[], token: string): readonly Told[] {
    return writes.filter(isInsert).flatMap(({ item }, index) => {
      const glimpse = glimpseOf(item);
      const to = this.followers.filter(({ wants }) => wants(glimpse)).map(({ name }) => name);
      return to.length === 0 ? [] : [{ id: `${token}#${index}`, of: { pk: item.pk, sk: item.sk }, to, item }];
    });
  }

  /** Where the messages of one follower are kept: in the notes. */
  private rowsOf<B>(name: string, reading: Reading<B>): MessageRows<B> {
    const { notes } = this;
    return {
      load: async () => {
        const left = await notes.left(this.followers.map((follower) => follower.name));
        const own = left.filter(({ to }) => to.includes(name));
        const rowOf = await this.rowsNow(
          reading.needs,
          own.map(({ of }) => of),
        );
        const gone = own.filter(({ of }) => !rowOf(of));
        notes.done(
          name,
          gone.map(({ id }) => id),
        );
        return own.flatMap(({ id, of }) => {
          const row = rowOf(of);
          return row ? [messageOf(id, reading.of(row))] : [];
        });
      },
      put: (messages) => notes.put(messages.map(({ id, body }) => ({ id, of: reading.keyOf(body), to: [name] }))),
      remove: (messages) =>
        notes.done(
          name,
          messages.map(({ id }) => id),
        ),
    };
  }

  /** @returns the rows as they are now; their keys, where those are enough. */
  private async rowsNow(
    needs: Reading<unknown>['needs'],
    keys: readonly Key[],
  ): Promise<(key: Key) => Item | undefined> {
    if (needs === 'keys') return ({ pk, sk }) => ({ pk, sk });
    const items: Item[] = [];
    for (let n = 0; n < keys.length; n += ROWS_AT_ONCE)
      items.push(...(await this.table.store.getMany(keys.slice(n, n + ROWS_AT_ONCE))));
    const byName = new Map(items.map((item) => [nameOf(item), item]));
    return (key) => byName.get(nameOf(key));
  }
}

const messageOf = <B>(id: string, body: B): Message<B> => ({ id, body, sentAt: Date.now(), failures: 0 });
