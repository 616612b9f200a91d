import { type Store, StoreThrottled, TransactionCancelled, type Write } from '../../shared/data/store.ts';
import { type Incarnation, limbo } from './incarnation.ts';
import type { Random } from './random.ts';
import type { Trace } from './trace.ts';
import type { VirtualTime } from './virtual-time.ts';
import type { Weather } from './weather.ts';

export interface FaultOptions {
  readonly time: VirtualTime;
  readonly random: Random;
  readonly weather: () => Weather;
  /** The process that uses the store: once it is dead, none of its operations comes back. */
  readonly incarnation: Incarnation;
  readonly trace: Trace;
  readonly who: string;
}

/** What a client says when the connection breaks after the request has left: it cannot know whether it was heeded. */
export class ConnectionLost extends Error {
  constructor() {
    super('socket hang up');
    this.name = 'ConnectionLost';
  }
}

const nameOf = (write: Write): string => {
  const { pk, sk } = write.kind === 'put' ? write.item : write.key;
  return `${write.kind} ${pk}/${sk}`;
};

/**
 * The store as it is in bad weather: slow, throttled, in conflict with a transaction nobody knows of, silent after a commit, or
 * with the function stopped before or after an operation. It never breaks what the port promises.
 */
export const createFaultyStore = (store: Store, options: FaultOptions): Store => {
  const { time, random, weather, incarnation, trace, who } = options;

  const moment = async (): Promise<void> => {
    const { slowOperation, slowestOperationMs, stall } = weather();
    if (random.chance(stall)) {
      trace.note(who, 'stalls');
      await limbo();
    }
    if (random.chance(slowOperation)) await time.wait(random.between(0, slowestOperationMs));
    if (!incarnation.isAlive()) await limbo();
  };

  const call = async <R>(name: string, operation: () => Promise<R>): Promise<R> => {
    await moment();
    if (random.chance(weather().throttling)) {
      trace.note(who, `${name} throttled`);
      throw new StoreThrottled();
    }
    const result = await operation();
    trace.note(who, name);
    await moment();
    return result;
  };

  const commit = async (writes: readonly Write[], token: string): Promise<void> => {
    if (random.chance(weather().conflict)) {
      const unlucky = random.between(0, writes.length - 1);
      throw new TransactionCancelled(writes.map((_, index) => (index === unlucky ? 'conflict' : undefined)));
    }
    await store.transact(writes, token);
  };

  return {
    get: (key) => call(`get ${key.pk}/${key.sk}`, () => store.get(key)),
    getMany: (keys) => call(`get ${keys.map(({ pk }) => pk).join()}`, () => store.getMany(keys)),
    query: (query) => call(`query ${query.pk}`, () => store.query(query)),
    queryDue: (until, limit, after) => call(`due ${until}`, () => store.queryDue(until, limit, after)),
    transact: async (writes, token) => {
      const name = writes.map(nameOf).join(' ');
      try {
        await call(name, () => commit(writes, token));
      } catch (error) {
        trace.note(who, `${String(error)}: ${name}`);
        throw error;
      }
      if (random.chance(weather().lostAcknowledgement)) {
        trace.note(who, 'acknowledgement lost');
        throw new ConnectionLost();
      }
    },
  };
};
