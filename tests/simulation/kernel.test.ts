import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../shared/data/memory-store.ts';
import { StoreThrottled, TransactionCancelled } from '../../shared/data/store.ts';
import { describeStoreContract } from '../contract/store-contract.ts';
import { ConnectionLost, createFaultyStore } from './faulty-store.ts';
import { createIncarnation } from './incarnation.ts';
import { createRandom } from './random.ts';
import { createTrace } from './trace.ts';
import { createVirtualTime } from './virtual-time.ts';
import { CALM, stormOf, type Weather } from './weather.ts';

const START = Date.UTC(2026, 10, 1);

const faulty = (weather: Partial<Weather>) => {
  const time = createVirtualTime(START);
  const memory = createMemoryStore({ now: time.now });
  const incarnation = createIncarnation();
  const store = createFaultyStore(memory, {
    time,
    random: createRandom(1, 'test'),
    weather: () => ({ ...CALM, ...weather }),
    incarnation,
    trace: createTrace(time.now),
    who: 'test',
  });
  return { store, memory, time, incarnation };
};

describeStoreContract(
  'memory, through the decorator that makes trouble, in calm weather',
  async () => faulty({}).store,
);

describe('random', () => {
  it('is the same for the same seed and purpose, and different for others', () => {
    const draw = (seed: number, purpose: string) => createRandom(seed, purpose).hex(64);
    expect(draw(1, 'a')).toBe(draw(1, 'a'));
    expect(new Set([draw(1, 'a'), draw(2, 'a'), draw(1, 'b')]).size).toBe(3);
  });

  it('reaches both ends of a range, evenly', () => {
    const random = createRandom(3, 'range');
    const draws = Array.from({ length: 4000 }, () => random.between(1, 4));
    for (const value of [1, 2, 3, 4]) {
      const share = draws.filter((draw) => draw === value).length / draws.length;
      expect(share).toBeGreaterThan(0.2);
      expect(share).toBeLessThan(0.3);
    }
    expect(random.shuffled([1, 2, 3, 4]).toSorted()).toEqual([1, 2, 3, 4]);
    expect(() => random.pick([])).toThrow(RangeError);
  });
});

describe('virtual time', () => {
  it('runs tasks by time, then in the order planned, and not those called off', async () => {
    const time = createVirtualTime(START);
    const ran: string[] = [];
    time.after(20, () => ran.push('late'));
    time.after(10, () => ran.push('early'));
    time.after(10, () => ran.push('early, second'));
    const callOff = time.after(15, () => ran.push('called off'));
    time.after(5, () => {
      callOff();
      time.after(5, () => ran.push('planned last'));
    });
    await time.runUntil(START + 15);
    expect(ran).toEqual(['early', 'early, second', 'planned last']);
    expect(time.now()).toBe(START + 15);
    expect(time.next()).toBe(START + 20);
    await time.runUntil(START + 20);
    expect(ran.at(-1)).toBe('late');
    expect(time.next()).toBeUndefined();
  });

  it('passes only when no promise can go on', async () => {
    const time = createVirtualTime(START);
    const seen: number[] = [];
    const work = async () => {
      for (let step = 0; step < 5; step += 1) {
        await time.wait(10);
        for (let hop = 0; hop < 50; hop += 1) await Promise.resolve();
        seen.push(time.now() - START);
      }
    };
    const done = work();
    await time.runUntil(START + 1000);
    await done;
    expect(seen).toEqual([10, 20, 30, 40, 50]);
  });
});

describe('trouble', () => {
  const key = { pk: 'a', sk: 'b' };
  const write = (store: ReturnType<typeof faulty>['store']) => store.transact([{ kind: 'put', item: key }], 'token');

  it('throttles', async () => {
    const { store, memory } = faulty({ throttling: 1 });
    await expect(store.get(key)).rejects.toBeInstanceOf(StoreThrottled);
    await expect(store.getMany([key])).rejects.toBeInstanceOf(StoreThrottled);
    await expect(write(store)).rejects.toBeInstanceOf(StoreThrottled);
    expect(memory.rows()).toEqual([]);
  });

  it('puts transactions in conflict, unwritten', async () => {
    const { store, memory } = faulty({ conflict: 1 });
    await expect(write(store)).rejects.toEqual(new TransactionCancelled(['conflict']));
    expect(memory.rows()).toEqual([]);
  });

  it('loses the acknowledgement of what was committed', async () => {
    const { store, memory } = faulty({ lostAcknowledgement: 1 });
    await expect(write(store)).rejects.toBeInstanceOf(ConnectionLost);
    expect(memory.rows()).toEqual([key]);
  });

  it('leaves a dead process where it stood', async () => {
    const { store, memory, time, incarnation } = faulty({ slowOperation: 1, slowestOperationMs: 10 });
    let cameBack = false;
    void write(store).finally(() => {
      cameBack = true;
    });
    incarnation.kill();
    await time.runUntil(START + 1000);
    expect(cameBack).toBe(false);
    expect(memory.rows()).toEqual([]);
  });

  it('is drawn from the seed, some kinds of it and not others', () => {
    const storms = Array.from({ length: 50 }, (_, seed) => stormOf(createRandom(seed, 'weather')));
    for (const kind of Object.keys(CALM) as (keyof Weather)[]) {
      expect(storms.some((storm) => storm[kind] > 0)).toBe(true);
      expect(storms.some((storm) => storm[kind] === 0)).toBe(true);
    }
  });
});
