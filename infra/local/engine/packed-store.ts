import type { Item, Store, Write } from '../../../shared/data/store.ts';

/** An attribute's value as JSON text. */
interface Packed {
  readonly json: string;
}

const isPacked = (value: unknown): value is Packed =>
  typeof value === 'object' && value !== null && 'json' in value && typeof value.json === 'string';

const mapped = <I extends object>(item: I, change: (value: unknown) => unknown): I =>
  Object.fromEntries(Object.entries(item).map(([name, value]) => [name, change(value)])) as I;

const pack = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? ({ json: JSON.stringify(value) } satisfies Packed) : value;

/** Rows that an earlier version wrote have parts as they are. */
const unpack = (value: unknown): unknown => (isPacked(value) ? JSON.parse(value.json) : value);

const packed = (write: Write): Write => (write.kind === 'put' ? { ...write, item: mapped(write.item, pack) } : write);
const unpacked = (item: Item): Item => mapped(item, unpack);

/**
 * Keeps what has parts as JSON text. Conditions and filters look at texts and numbers only, and the engine and its client
 * take twice as long over a map of maps. On AWS rows stay as they are: text is a little longer, and there every byte is paid.
 */
export const packedStore = (store: Store): Store => ({
  get: async (key) => {
    const item = await store.get(key);
    return item && unpacked(item);
  },
  getMany: async (keys) => (await store.getMany(keys)).map(unpacked),
  query: async (query) => {
    const page = await store.query(query);
    return { ...page, items: page.items.map(unpacked) };
  },
  queryDue: (until, limit, after) => store.queryDue(until, limit, after),
  transact: (writes, token) => store.transact(writes.map(packed), token),
});
