import { type Item, type Key, TABLE_TRANSACTION_WRITES, type Write } from './store.ts';
import { TABLE } from './table.ts';

/** What DynamoDB answers to a call it cannot make sense of; no retry helps. */
export class ValidationException extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ValidationException';
  }
}

/** A row as kept: deeply frozen, so that it can be handed out without copying, and its size. */
export interface StoredItem {
  readonly item: Item;
  readonly bytes: number;
}

/** DynamoDB's limits, bytes. */
const LIMIT = { partitionKey: 2048, sortKey: 1024, item: 400 * 1024, transaction: 4 * 1024 * 1024 } as const;

type Cloned = { readonly value: unknown; readonly bytes: number } | undefined;

const cloneList = (list: readonly unknown[]): Cloned => {
  const copies = list.flatMap((element) => clone(element) ?? []);
  const bytes = copies.reduce((sum, copy) => sum + copy.bytes + 1, 3);
  return { value: Object.freeze(copies.map((copy) => copy.value)), bytes };
};

const cloneMap = (map: object): { readonly value: Record<string, unknown>; readonly bytes: number } => {
  const value: Record<string, unknown> = {};
  let bytes = 3;
  for (const [name, attribute] of Object.entries(map)) {
    const copy = clone(attribute);
    if (copy === undefined) continue;
    value[name] = copy.value;
    bytes += Buffer.byteLength(name) + copy.bytes + 1;
  }
  return { value: Object.freeze(value), bytes };
};

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** @returns a deeply frozen copy of a JSON value and its size as DynamoDB counts it; nothing for `undefined`. */
const clone = (value: unknown): Cloned => {
  if (value === undefined) return undefined;
  if (typeof value === 'string') return { value, bytes: Buffer.byteLength(value) };
  if (value === null || typeof value === 'boolean') return { value, bytes: 1 };
  if (typeof value === 'number' && Number.isFinite(value)) {
    return { value, bytes: 1 + Math.ceil(String(value).replaceAll(/\D/g, '').length / 2) };
  }
  if (Array.isArray(value)) return cloneList(value);
  if (typeof value === 'object' && isPlain(value)) return cloneMap(value);
  throw new ValidationException(`unsupported value: ${String(value)}`);
};

const requireKeyText = (name: string, text: unknown, maximum: number): void => {
  const bytes = typeof text === 'string' ? Buffer.byteLength(text) : 0;
  if (bytes === 0 || bytes > maximum) throw new ValidationException(`${name} must be text of 1 to ${maximum} bytes`);
};

/** @throws ValidationException when DynamoDB would not take the key. */
export const requireKey = ({ pk, sk }: Key): void => {
  requireKeyText(TABLE.partitionKey, pk, LIMIT.partitionKey);
  requireKeyText(TABLE.sortKey, sk, LIMIT.sortKey);
};

/** Rows as they were handed out: they cannot have changed since, so putting one again costs nothing. */
const handedOut = new WeakMap<Item, StoredItem>();

/** @throws ValidationException when DynamoDB would not take the row: its keys, its values or its size. */
export const storedItem = (item: Item): StoredItem => {
  const known = handedOut.get(item);
  if (known) return known;
  requireKey(item);
  const { value, bytes } = cloneMap(item);
  for (const name of [TABLE.dueIndex.partitionKey, TABLE.dueIndex.sortKey]) {
    if (value[name] !== undefined) requireKeyText(name, value[name], LIMIT.sortKey);
  }
  if (bytes > LIMIT.item) throw new ValidationException('Item size has exceeded the maximum allowed size');
  const row = { item: value as Item, bytes };
  handedOut.set(row.item, row);
  return row;
};

/** A write made ready: its key, and the row it puts if it puts one. */
export interface PreparedWrite {
  readonly key: Key;
  readonly condition: Write['condition'];
  readonly kind: Write['kind'];
  readonly row: StoredItem | undefined;
}

const prepare = (write: Write): PreparedWrite => {
  const { pk, sk } = write.kind === 'put' ? write.item : write.key;
  requireKey({ pk, sk });
  const row = write.kind === 'put' ? storedItem(write.item) : undefined;
  return { key: { pk, sk }, condition: write.condition, kind: write.kind, row };
};

/** @throws ValidationException when a list of keys is longer than allowed or names one twice. */
export const requireDistinct = (keys: readonly Key[], maximum: number): void => {
  if (keys.length > maximum) throw new ValidationException(`at most ${maximum} keys`);
  const distinct = new Set(keys.map(({ pk, sk }) => JSON.stringify([pk, sk])));
  if (distinct.size < keys.length) throw new ValidationException('the same key twice');
};

/** @throws ValidationException when DynamoDB would not take the transaction, whatever the table holds. */
export const prepareTransaction = (writes: readonly Write[]): readonly PreparedWrite[] => {
  if (writes.length === 0) throw new ValidationException('a transaction needs a write');
  const prepared = writes.map(prepare);
  requireDistinct(
    prepared.map(({ key }) => key),
    TABLE_TRANSACTION_WRITES,
  );
  const bytes = prepared.reduce((sum, { row }) => sum + (row?.bytes ?? 0), 0);
  if (bytes > LIMIT.transaction) throw new ValidationException('the transaction is larger than 4 MB');
  return prepared;
};
