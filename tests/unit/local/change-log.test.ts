import type { DynamoDBRecord } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import type { RowFilter } from '../../../functions/catalog-types.ts';
import { AS_NOTE, AS_RECORD, ChangeLog } from '../../../infra/local/messaging/change-log.ts';
import type { DurableQueue } from '../../../infra/local/messaging/durable-queue.ts';
import { RowTable } from '../../../infra/local/messaging/message-rows.ts';
import { createMemoryStore, type MemoryStore } from '../../../shared/data/memory-store.ts';
import { type Item, TransactionCancelled, type Write } from '../../../shared/data/store.ts';

let ids = 0;
const newId = (): string => {
  ids += 1;
  return `id-${String(ids).padStart(6, '0')}`;
};

const filterOf = (entity: string): RowFilter => ({
  eventName: ['INSERT'],
  dynamodb: { NewImage: { entity: { S: [entity] } } },
});
const FILTER = filterOf('letter');
const OF_PARCELS = filterOf('parcel');

const setUp = (disk: MemoryStore) => {
  const table = new RowTable(disk, newId);
  const log = new ChangeLog(table);
  const queue = log.follow('s', [FILTER], AS_RECORD);
  const both = log.follow('both', [FILTER, OF_PARCELS], AS_NOTE);
  return { table, queue, both, store: log.store };
};

/** Everything a queue has is done. */
const empty = (queue: DurableQueue<unknown>): void => queue.complete(queue.receive(queue.size));

const insert = (item: Item): Write => ({ kind: 'put', item, condition: { kind: 'absent' } });
const letter = (sk: string): Item => ({ pk: 'sent', sk, entity: 'letter', text: `text of ${sk}` });
const textsIn = (queue: DurableQueue<DynamoDBRecord>): (string | undefined)[] =>
  queue.messages().map(({ body }) => body.dynamodb?.NewImage?.text?.S);
const notes = (disk: MemoryStore): number => disk.rows().filter(({ entity }) => entity === 'local-note').length;

describe('the store of a change log', () => {
  it('tells the stream of new rows that its filter lets through, and of nothing else', async () => {
    const disk = createMemoryStore({ now: () => 0 });
    const { store, queue } = setUp(disk);
    await store.transact([insert(letter('a')), insert({ pk: 'x', sk: 'y', entity: 'state' })], newId());
    await store.transact(
      [
        { kind: 'put', item: letter('a') },
        { kind: 'delete', key: { pk: 'x', sk: 'y' } },
      ],
      newId(),
    );
    expect(queue.messages().map(({ body }) => body)).toMatchObject([
      {
        eventName: 'INSERT',
        eventSource: 'aws:dynamodb',
        dynamodb: {
          Keys: { pk: { S: 'sent' }, sk: { S: 'a' } },
          NewImage: { entity: { S: 'letter' }, text: { S: 'text of a' } },
        },
      },
    ]);
    expect(notes(disk)).toBe(1);
  });

  it('tells of nothing when the transaction came to nothing, and counts reasons by the caller’s writes', async () => {
    const disk = createMemoryStore({ now: () => 0 });
    const { store, queue } = setUp(disk);
    await store.transact([insert(letter('a'))], newId());
    const again = store.transact([insert(letter('b')), insert(letter('a'))], newId());
    await expect(again).rejects.toThrow(TransactionCancelled);
    await expect(again).rejects.toMatchObject({ reasons: [undefined, 'condition'] });
    expect(textsIn(queue)).toEqual(['text of a']);
    expect(notes(disk)).toBe(1);
  });

  it('takes a repeat of the very same transaction for one', async () => {
    const disk = createMemoryStore({ now: () => 0 });
    const { store } = setUp(disk);
    const token = newId();
    await store.transact([insert(letter('a'))], token);
    await store.transact([insert(letter('a'))], token);
    expect(notes(disk)).toBe(1);
  });

  it('has nothing against attributes that are undefined', async () => {
    const disk = createMemoryStore({ now: () => 0 });
    const { store, queue } = setUp(disk);
    const item = { ...letter('a'), absent: undefined, deep: { absent: undefined } };
    await store.transact([insert(item), insert({ pk: 'x', sk: 'y', deep: { absent: undefined } })], newId());
    expect(queue.messages().map(({ body }) => body.dynamodb?.NewImage)).toEqual([
      { pk: { S: 'sent' }, sk: { S: 'a' }, entity: { S: 'letter' }, text: { S: 'text of a' }, deep: { M: {} } },
    ]);
  });

  it('passes every read on', async () => {
    const disk = createMemoryStore({ now: () => 0 });
    const { store } = setUp(disk);
    await store.transact([insert({ ...letter('a'), duePartition: 'due', dueAt: '2026' })], newId());
    expect(await store.get({ pk: 'sent', sk: 'a' })).toMatchObject({ text: 'text of a' });
    expect(await store.getMany([{ pk: 'sent', sk: 'a' }])).toHaveLength(1);
    expect((await store.query({ pk: 'sent' })).items).toHaveLength(1);
    expect((await store.queryDue('2027', 10)).keys).toEqual([{ pk: 'sent', sk: 'a' }]);
  });
});

describe('a stream', () => {
  it('goes on after a restart with what was not worked on, as it is then', async () => {
    const disk = createMemoryStore({ now: () => 0 });
    const { store, queue, both, table } = setUp(disk);
    await store.transact([insert(letter('a')), insert(letter('b'))], newId());
    await store.transact([insert(letter('c'))], newId());
    queue.complete(queue.receive(1));
    empty(both);
    await table.writer.flush();
    await disk.transact([{ kind: 'delete', key: { pk: 'sent', sk: 'c' } }], newId());
    const after = setUp(disk);
    await after.queue.recover();
    // What was written together is told together again: followers know a repeat.
    expect(textsIn(after.queue)).toEqual(['text of a', 'text of b']);
    await after.both.recover();
    expect(after.both.messages().map(({ body }) => body.sk)).toEqual(['a', 'b', 'c']);
    empty(after.both);
    await after.table.writer.flush();
    expect(notes(disk)).toBe(1);
    empty(after.queue);
    await after.table.writer.flush();
    expect(notes(disk)).toBe(0);
  });

  it('keeps what was written in order, however much it was', async () => {
    const disk = createMemoryStore({ now: () => 0 });
    const { store } = setUp(disk);
    const names = Array.from({ length: 12 }, (_, n) => `letter ${n}`);
    await store.transact(
      names.map((name) => insert(letter(name))),
      newId(),
    );
    const { both } = setUp(disk);
    await both.recover();
    expect(both.messages().map(({ body }) => body.sk)).toEqual(names);
  });

  it('has one note for all that are told of a transaction, until the last of them has done its work', async () => {
    const disk = createMemoryStore({ now: () => 0 });
    const { store, queue, both, table } = setUp(disk);
    await store.transact([insert(letter('a')), insert({ ...letter('b'), entity: 'parcel' })], newId());
    expect(both.messages().map(({ body }) => body)).toEqual([
      { pk: 'sent', sk: 'a' },
      { pk: 'sent', sk: 'b' },
    ]);
    expect(notes(disk)).toBe(1);
    empty(queue);
    both.complete(both.receive(1));
    await table.writer.flush();
    expect(notes(disk)).toBe(1);
    empty(both);
    await table.writer.flush();
    expect(notes(disk)).toBe(0);
  });

  it('forgets what was to be told to somebody who is no more', async () => {
    const disk = createMemoryStore({ now: () => 0 });
    const { store, queue, table } = setUp(disk);
    await store.transact([insert(letter('a'))], newId());
    empty(queue);
    await table.writer.flush();
    const fewer = new RowTable(disk, newId);
    const only = new ChangeLog(fewer).follow('s', [FILTER], AS_RECORD);
    await only.recover();
    empty(only);
    await fewer.writer.flush();
    expect(notes(disk)).toBe(0);
  });

  it('keeps a record that failed, and one that is put back', async () => {
    const disk = createMemoryStore({ now: () => 0 });
    const { store, queue, both, table } = setUp(disk);
    await store.transact([insert(letter('a'))], newId());
    empty(both);
    const taken = queue.receive(1);
    await queue.fail(taken, 'no', 1);
    await queue.send(taken.map(({ body }) => body));
    queue.complete(taken);
    await table.writer.flush();
    expect(notes(disk)).toBe(1);
    const after = setUp(disk);
    await after.queue.recover();
    expect(textsIn(after.queue)).toEqual(['text of a']);
  });
});
