import type { Item, Store, Write } from '../../shared/data/store.ts';
import type { Dispatch, Publisher } from '../../shared/exchange/ports.ts';
import type { Sabotage } from './host.ts';

/** A store that shows no rows of some kinds, and writes them without their conditions. */
const blindTo = (store: Store, entities: readonly string[]): Store => {
  const isSeen = (item: Item | undefined): boolean => !entities.includes(String(item?.entity));
  const unconditional = (write: Write): Write =>
    write.kind === 'put' && !isSeen(write.item) ? { kind: 'put', item: write.item } : write;
  return {
    ...store,
    get: async (key) => {
      const item = await store.get(key);
      return isSeen(item) ? item : undefined;
    },
    getMany: async (keys) => (await store.getMany(keys)).filter(isSeen),
    transact: (writes, token) => store.transact(writes.map(unconditional), token),
  };
};

/** Nobody remembers which messages came before: neither the messages themselves nor how far a conversation had come. */
export const WITHOUT_DEDUPLICATION: Sabotage = {
  store: (store) => blindTo(store, ['incoming-message', 'receipt', 'position']),
};

/** Nobody remembers which idempotency keys were used. */
export const WITHOUT_IDEMPOTENCY_KEYS: Sabotage = {
  store: (store) => blindTo(store, ['idempotency']),
};

/** Nobody remembers what figures have come to. */
export const WITHOUT_SUMS: Sabotage = {
  store: (store) => blindTo(store, ['figure']),
};

const withoutVersion = (write: Write): Write =>
  write.kind === 'put' && (write.item.entity === 'state' || write.item.entity === 'event')
    ? { kind: 'put', item: write.item }
    : write;

/** Whoever writes last wins, whatever was read before. */
export const WITHOUT_VERSION_CONDITION: Sabotage = {
  store: (store) => ({
    ...store,
    transact: (writes, token) => store.transact(writes.map(withoutVersion), token),
  }),
};

const takesWhatIsHeld = (write: Write): boolean =>
  write.kind === 'delete' && write.key.pk.startsWith('list#listing-share/held/');

/** What a partner has shared is kept, whatever becomes of it. */
export const WITHOUT_WITHDRAWALS: Sabotage = {
  store: (store) => ({
    ...store,
    transact: (writes, token) =>
      store.transact(
        writes.filter((write) => !takesWhatIsHeld(write)),
        token,
      ),
  }),
};

/** What was once put on the bus is not put there again. */
const onlyOnce = (publisher: Publisher): Publisher => {
  const sent = new Set<string>();
  const name = ({ to, envelope }: Dispatch): string => `${envelope.id} ${to.join()}`;
  return {
    publish: async (dispatches) => {
      const fresh = dispatches.filter((dispatch) => !sent.has(name(dispatch)));
      await publisher.publish(fresh);
      for (const dispatch of fresh) sent.add(name(dispatch));
    },
  };
};

export const WITHOUT_RESENDING: Sabotage = { publisher: onlyOnce };

const withoutActs = (write: Write): Write => {
  if (write.kind !== 'put' || write.item.entity !== 'state') return write;
  const { deadlines: _, ...item } = write.item;
  return { ...write, item };
};

/** Nobody remembers what the clock has done about what is waited for. */
export const WITHOUT_MEMORY_OF_ACTS: Sabotage = {
  store: (store) => ({
    ...store,
    transact: (writes, token) => store.transact(writes.map(withoutActs), token),
  }),
};

const neverDue = (write: Write): Write => {
  if (write.kind !== 'put' || write.item.deadlines === undefined) return write;
  const { dueAt: _at, duePartition: _partition, ...item } = write.item;
  return { ...write, item };
};

/** The clock never looks at what is waited for. */
export const WITHOUT_LOOKING: Sabotage = {
  store: (store) => ({
    ...store,
    transact: (writes, token) => store.transact(writes.map(neverDue), token),
  }),
};
