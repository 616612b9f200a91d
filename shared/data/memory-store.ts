import { isDeepStrictEqual } from 'node:util';
import { MINUTE_MS } from '../domain/kernel/instant.ts';
import { createDueIndex, type DueIndexOptions } from './memory-due-index.ts';
import {
  type PreparedWrite,
  prepareTransaction,
  requireDistinct,
  requireKey,
  type StoredItem,
  storedItem,
  ValidationException,
} from './memory-items.ts';
import type { Change } from './memory-stream.ts';
import { compareKeys } from './sort-order.ts';
import { SortedList } from './sorted-list.ts';
import {
  type Item,
  type Key,
  type Page,
  type PartitionQuery,
  type Store,
  TransactionCancelled,
  type Write,
} from './store.ts';

export interface MemoryStoreOptions extends DueIndexOptions {
  /** What the table holds from the beginning; no change of the stream tells of it. */
  readonly rows?: readonly Item[];
}

/** The {@link Store} port in memory, with what only a test may do. */
export interface MemoryStore extends Store {
  /** Calls the listener for each row changed, in order, as a DynamoDB stream would; returns what ends it. */
  onChange(listener: (change: Change) => void): () => void;
  /** Every row, in key order within its partition. */
  rows(): readonly Item[];
}

const BATCH_GET_KEYS = 100;
const TOKEN_LIFE_MS = 10 * MINUTE_MS;

const holds = ({ condition }: PreparedWrite, item: Item | undefined): boolean => {
  if (condition === undefined) return true;
  return condition.kind === 'absent' ? item === undefined : item?.[condition.attribute] === condition.value;
};

/** Request tokens of the last ten minutes and what was written under them. */
const createTokens = (now: () => number) => {
  const known = new Map<string, { readonly at: number; readonly writes: readonly PreparedWrite[] }>();
  return {
    /** @throws ValidationException when the token has been used for other writes. */
    isRepeat: (token: string, writes: readonly PreparedWrite[]): boolean => {
      const seen = known.get(token);
      if (seen === undefined || seen.at + TOKEN_LIFE_MS < now()) return false;
      if (isDeepStrictEqual(seen.writes, writes)) return true;
      throw new ValidationException('the request token was used for another transaction');
    },
    remember: (token: string, writes: readonly PreparedWrite[]): void => {
      known.delete(token);
      known.set(token, { at: now(), writes });
      for (const [old, { at }] of known) {
        if (at + TOKEN_LIFE_MS >= now()) break;
        known.delete(old);
      }
    },
  };
};

/** Rows by partition, each partition in sort-key order. */
const createPartitions = () => {
  const partitions = new Map<string, SortedList<StoredItem>>();
  const probe = (key: Key): StoredItem => ({ item: { ...key }, bytes: 0 });
  const open = (pk: string): SortedList<StoredItem> => {
    const partition =
      partitions.get(pk) ?? new SortedList<StoredItem>(({ item: a }, { item: b }) => compareKeys(a.sk, b.sk));
    partitions.set(pk, partition);
    return partition;
  };
  return {
    get: (key: Key): Item | undefined => partitions.get(key.pk)?.find(probe(key))?.item,
    set: (key: Key, row: StoredItem | undefined): void => {
      if (row) open(key.pk).put(row);
      else partitions.get(key.pk)?.delete(probe(key));
    },
    of: (pk: string): SortedList<StoredItem> | undefined => partitions.get(pk),
    all: (): readonly Item[] =>
      [...partitions.values()].flatMap((partition) => partition.elements.map(({ item }) => item)),
  };
};

const slice = (partition: SortedList<StoredItem>, query: PartitionQuery): Page => {
  const { between, after, descending = false, limit = Number.POSITIVE_INFINITY } = query;
  const upTo = (sk: string) => partition.firstNot(({ item }) => compareKeys(item.sk, sk) <= 0);
  const before = (sk: string) => partition.firstNot(({ item }) => compareKeys(item.sk, sk) < 0);
  let start = between ? before(between[0]) : 0;
  let end = between ? upTo(between[1]) : partition.elements.length;
  if (after !== undefined && descending) end = Math.min(end, before(after));
  if (after !== undefined && !descending) start = Math.max(start, upTo(after));
  if (descending) start = Math.max(start, end - limit);
  else end = Math.min(end, start + limit);
  const items = partition.elements.slice(start, Math.max(start, end)).map(({ item }) => item);
  if (descending) items.reverse();
  const last = items.at(-1);
  return last && items.length === limit ? { items, next: last.sk } : { items };
};

/**
 * @returns the {@link Store} port in memory: DynamoDB's rules and limits, one transaction at a time, nothing left to chance.
 */
export const createMemoryStore = (options: MemoryStoreOptions): MemoryStore => {
  const { now } = options;
  const rows = createPartitions();
  const due = createDueIndex(options);
  const tokens = createTokens(now);
  const listeners = new Set<(change: Change) => void>();
  let sequence = 0;

  const apply = (key: Key, row: StoredItem | undefined, lag: number): void => {
    const before = rows.get(key);
    if (isDeepStrictEqual(before, row?.item)) return;
    rows.set(key, row);
    due.change(before, row?.item, lag);
    sequence += 1;
    const change: Change = { sequence, at: now(), key, before, after: row?.item };
    for (const listener of listeners) listener(change);
  };

  for (const item of options.rows ?? []) {
    rows.set(item, storedItem(item));
    due.change(undefined, item, 0);
  }

  return {
    get: async (key) => {
      requireKey(key);
      return rows.get(key);
    },
    getMany: async (keys) => {
      requireDistinct(keys, BATCH_GET_KEYS);
      return keys.flatMap((key) => rows.get(key) ?? []);
    },
    query: async (query) => {
      const [from, to] = query.between ?? ['', ''];
      if (compareKeys(from, to) > 0) throw new ValidationException('the range ends before it begins');
      const partition = rows.of(query.pk);
      return partition ? slice(partition, query) : { items: [] };
    },
    queryDue: async (until, limit, after) => due.upTo(until, limit, after),
    transact: async (writes: readonly Write[], token: string) => {
      const prepared = prepareTransaction(writes);
      if (tokens.isRepeat(token, prepared)) return;
      const reasons = prepared.map((write) => (holds(write, rows.get(write.key)) ? undefined : 'condition'));
      if (reasons.includes('condition')) throw new TransactionCancelled(reasons);
      tokens.remember(token, prepared);
      const lag = due.lag();
      for (const { kind, key, row } of prepared) if (kind !== 'check') apply(key, row, lag);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    rows: () => rows.all(),
  };
};
