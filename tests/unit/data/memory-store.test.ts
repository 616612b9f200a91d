import { unmarshall } from '@aws-sdk/util-dynamodb';
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../shared/data/memory-store.ts';
import { type Change, toStreamRecord } from '../../../shared/data/memory-stream.ts';
import type { Item, Store, Write } from '../../../shared/data/store.ts';
import { DUE_PARTITION } from '../../../shared/data/table.ts';
import { describeStoreContract } from '../../contract/store-contract.ts';

const START = Date.UTC(2026, 10, 1);

describeStoreContract('memory', async () => createMemoryStore({ now: () => START }));

const put = (store: Store, token: string, ...items: readonly Item[]): Promise<void> =>
  store.transact(
    items.map((item) => ({ kind: 'put', item })),
    token,
  );

describe('memory store', () => {
  it('hands out rows that nobody can change', async () => {
    const store = createMemoryStore({ now: () => START });
    await put(store, '1', { pk: 'a', sk: 'b', map: { list: [1] } });
    const row = (await store.get({ pk: 'a', sk: 'b' })) as unknown as { map: { list: number[] } };
    expect(() => row.map.list.push(2)).toThrow(TypeError);
    expect(() => Object.assign(row, { map: 1 })).toThrow(TypeError);
  });

  it('forgets a request token after ten minutes', async () => {
    let now = START;
    const store = createMemoryStore({ now: () => now });
    await put(store, 'token', { pk: 'a', sk: 'b', n: 1 });
    now += 10 * 60_000;
    await expect(put(store, 'token', { pk: 'a', sk: 'b', n: 2 })).rejects.toThrow('token');
    now += 1;
    await put(store, 'token', { pk: 'a', sk: 'b', n: 2 });
    expect(await store.get({ pk: 'a', sk: 'b' })).toMatchObject({ n: 2 });
  });

  it.each([[Number.NaN], [new Date(0)], [() => 1], [1n]])('refuses %s, which is no JSON value', async (value) => {
    const store = createMemoryStore({ now: () => START });
    await expect(put(store, '1', { pk: 'a', sk: 'b', value })).rejects.toThrow('unsupported value');
  });

  it('begins with the rows it is given, of which the stream says nothing', async () => {
    const rows = [{ pk: 'a', sk: 'b', duePartition: DUE_PARTITION, dueAt: '2026-01-01T00:00:00.000Z' }];
    const store = createMemoryStore({ now: () => START, rows });
    const changes: Change[] = [];
    store.onChange((change) => changes.push(change));
    expect(store.rows()).toEqual(rows);
    expect((await store.queryDue('2027', 1)).keys).toEqual([{ pk: 'a', sk: 'b' }]);
    await put(store, '1', { pk: 'a', sk: 'b' });
    expect(changes).toEqual([expect.objectContaining({ before: rows[0], after: { pk: 'a', sk: 'b' } })]);
  });

  it('lists every row', async () => {
    const store = createMemoryStore({ now: () => START });
    await put(store, '1', { pk: 'b', sk: '2' }, { pk: 'a', sk: '1' }, { pk: 'b', sk: '1' });
    expect(store.rows()).toEqual(
      expect.arrayContaining([
        { pk: 'a', sk: '1' },
        { pk: 'b', sk: '1' },
        { pk: 'b', sk: '2' },
      ]),
    );
    expect(store.rows()).toHaveLength(3);
  });
});

describe('memory store: stream', () => {
  const watched = () => {
    const store = createMemoryStore({ now: () => START });
    const changes: Change[] = [];
    const stop = store.onChange((change) => changes.push(change));
    return { store, changes, stop };
  };

  it('tells each change in order, as a DynamoDB stream record', async () => {
    const { store, changes } = watched();
    await put(store, '1', { pk: 'a', sk: 'b', n: 1 });
    await put(store, '2', { pk: 'a', sk: 'b', n: 2 });
    await store.transact([{ kind: 'delete', key: { pk: 'a', sk: 'b' } }], '3');
    const records = changes.map(toStreamRecord);
    expect(records.map(({ eventName }) => eventName)).toEqual(['INSERT', 'MODIFY', 'REMOVE']);
    const images = records.map(({ dynamodb }) => ({
      keys: dynamodb?.Keys,
      old: dynamodb?.OldImage,
      new: dynamodb?.NewImage,
    }));
    const row = (n: string) => ({ pk: { S: 'a' }, sk: { S: 'b' }, n: { N: n } });
    const keys = { pk: { S: 'a' }, sk: { S: 'b' } };
    expect(images).toEqual([
      { keys, old: undefined, new: row('1') },
      { keys, old: row('1'), new: row('2') },
      { keys, old: row('2'), new: undefined },
    ]);
    expect(records.map(({ dynamodb }) => dynamodb?.SequenceNumber).toSorted()).toEqual(
      records.map(({ dynamodb }) => dynamodb?.SequenceNumber),
    );
    expect(records[0]?.dynamodb?.ApproximateCreationDateTime).toBe(START / 1000);
  });

  it('keeps every value in the image', async () => {
    const { store, changes } = watched();
    const item = { pk: 'a', sk: 'b', text: '', none: null, list: [{ yes: false }], n: 1.5 };
    await put(store, '1', item);
    const [record] = changes.map(toStreamRecord);
    expect(unmarshall(record?.dynamodb?.NewImage as Parameters<typeof unmarshall>[0])).toEqual(item);
  });

  it('says nothing of cancelled, repeated, checking or empty changes', async () => {
    const { store, changes, stop } = watched();
    await put(store, '1', { pk: 'a', sk: 'b' });
    await put(store, '1', { pk: 'a', sk: 'b' });
    await put(store, '2', { pk: 'a', sk: 'b' });
    const refused: readonly Write[] = [
      { kind: 'put', item: { pk: 'a', sk: 'c' } },
      { kind: 'check', key: { pk: 'a', sk: 'b' }, condition: { kind: 'absent' } },
    ];
    await expect(store.transact(refused, '3')).rejects.toThrow('cancelled');
    await store.transact([{ kind: 'delete', key: { pk: 'a', sk: 'none' } }], '4');
    expect(changes).toHaveLength(1);
    stop();
    await put(store, '5', { pk: 'a', sk: 'd' });
    expect(changes).toHaveLength(1);
  });
});

describe('memory store: lagging due index', () => {
  const due = (sk: string, dueAt?: string): Item => ({
    pk: 'a',
    sk,
    ...(dueAt && { duePartition: DUE_PARTITION, dueAt }),
  });

  it('shows clocks set and stopped only after the lag, in order', async () => {
    let now = START;
    const lags = [1000, 200];
    const store = createMemoryStore({ now: () => now, dueIndexLag: () => lags.shift() ?? 0 });
    await put(store, '1', due('b', '2026-01-01T00:00:00.000Z'));
    await put(store, '2', due('b'));
    const keys = async () => (await store.queryDue('2027', 10)).keys;
    now += 999;
    expect(await keys()).toEqual([]);
    now += 1;
    expect(await keys()).toEqual([]);
    await put(store, '3', due('c', '2026-01-01T00:00:00.000Z'));
    expect(await keys()).toEqual([{ pk: 'a', sk: 'c' }]);
  });
});
