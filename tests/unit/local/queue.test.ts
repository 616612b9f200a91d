import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  type BatchOutcome,
  Consumer,
  type ConsumerOptions,
  doubling,
} from '../../../infra/local/messaging/consumer.ts';
import { DurableQueue } from '../../../infra/local/messaging/durable-queue.ts';
import { type Message, queueRows, RowTable } from '../../../infra/local/messaging/message-rows.ts';
import { createMemoryStore } from '../../../shared/data/memory-store.ts';
import type { Store } from '../../../shared/data/store.ts';

const store = () => createMemoryStore({ now: () => 0 });

let ids = 0;
const newId = (): string => {
  ids += 1;
  return String(ids).padStart(8, '0');
};

const tableOn = (on: Store): RowTable => new RowTable(on, newId);
const queueOn = (table: RowTable): DurableQueue<string> =>
  new DurableQueue<string>({ name: 'q', newId, rows: queueRows(table, 'q') });

const running: Consumer<string>[] = [];
afterEach(async () => {
  for (const consumer of running.splice(0)) await consumer.stop();
});

const consume = (queue: DurableQueue<string>, options: Partial<ConsumerOptions<string>>) => {
  const given: [string, string][] = [];
  const problems: string[] = [];
  const consumer = new Consumer<string>({
    queue,
    batchSize: 3,
    concurrency: 1,
    maximumFailures: 3,
    backoff: () => 1,
    giveUp: async (messages, reason) => {
      given.push(...messages.map(({ body }): [string, string] => [body, reason]));
    },
    onProblem: (problem) => problems.push(problem),
    work: async () => undefined,
    ...options,
  });
  running.push(consumer);
  consumer.start();
  return { given, problems };
};

const bodies = (batch: readonly Message<string>[]): string => batch.map(({ body }) => body).join('');

describe('a durable queue', () => {
  it('has a message on disk before the sender knows it was taken, and until it was worked on', async () => {
    const disk = store();
    const table = tableOn(disk);
    const queue = queueOn(table);
    await queue.send(['a', 'b']);
    expect(disk.rows()).toHaveLength(2);
    const [first] = queue.receive(1);
    expect(first?.body).toBe('a');
    expect(bodies(queue.receive(9))).toBe('b');
    expect(queue.receive(9)).toEqual([]);
    queue.complete(first ? [first] : []);
    await table.writer.flush();
    expect(disk.rows()).toHaveLength(1);
  });

  it('hands out again what a process did not finish, and how often it failed', async () => {
    const disk = store();
    const before = queueOn(tableOn(disk));
    await before.send(['a', 'b', 'c']);
    const [a] = before.receive(3);
    await before.fail(a ? [a] : [], 'no', 60_000);
    const after = queueOn(tableOn(disk));
    await after.recover();
    expect(after.receive(9)).toMatchObject([
      { body: 'a', failures: 1, reason: 'no' },
      { body: 'b', failures: 0 },
      { body: 'c', failures: 0 },
    ]);
  });

  it('tells the sender when the disk did not take it', async () => {
    const broken: Store = { ...store(), transact: () => Promise.reject(new Error('disk full')) };
    const queue = queueOn(tableOn(broken));
    await expect(queue.send(['a'])).rejects.toThrow('disk full');
    expect(queue.size).toBe(0);
  });

  it('writes what many ask for at once in few transactions', async () => {
    const disk = store();
    const transact = vi.fn(disk.transact);
    const table = tableOn({ ...disk, transact });
    const queue = queueOn(table);
    await Promise.all(Array.from({ length: 250 }, (_, n) => queue.send([String(n)])));
    queue.complete(queue.receive(250));
    await table.writer.flush();
    expect(disk.rows()).toEqual([]);
    expect(transact.mock.calls.length).toBeLessThanOrEqual(8);
    expect(Math.max(...transact.mock.calls.map(([writes]) => writes.length))).toBeLessThanOrEqual(100);
  });
});

describe('a consumer', () => {
  it('works in batches and forgets what is done', async () => {
    const disk = store();
    const queue = queueOn(tableOn(disk));
    await queue.send(['a', 'b', 'c', 'd']);
    const batches: string[] = [];
    consume(queue, { work: async (batch) => void batches.push(bodies(batch)) });
    await vi.waitFor(() => expect(queue.size).toBe(0));
    expect(batches).toEqual(['abc', 'd']);
    await vi.waitFor(() => expect(disk.rows()).toEqual([]));
  });

  it('waits for more where a batch would not be full, and not where it is', async () => {
    const queue = queueOn(tableOn(store()));
    const batches: string[] = [];
    consume(queue, { gatherMs: 30, work: async (batch) => void batches.push(bodies(batch)) });
    await queue.send(['a']);
    await queue.send(['b']);
    expect(batches).toEqual([]);
    await vi.waitFor(() => expect(batches).toEqual(['ab']));
    await queue.send(['c', 'd', 'e']);
    expect(batches).toEqual(['ab', 'cde']);
  });

  it('tries again only what failed, and gives it up in the end', async () => {
    const queue = queueOn(tableOn(store()));
    const batches: string[] = [];
    const { given, problems } = consume(queue, {
      work: async (batch): Promise<BatchOutcome<string> | undefined> => {
        batches.push(bodies(batch));
        const failed = batch.filter(({ body }) => body === 'b');
        return failed.length === 0 ? undefined : { failed, reason: 'bad' };
      },
    });
    await queue.send(['a', 'b', 'c']);
    await vi.waitFor(() => expect(given).toEqual([['b', 'bad']]));
    expect(batches).toEqual(['abc', 'b', 'b']);
    expect(queue.size).toBe(0);
    expect(problems).toHaveLength(1);
  });

  it('fails the whole batch when the work throws', async () => {
    const queue = queueOn(tableOn(store()));
    const { given } = consume(queue, {
      maximumFailures: 1,
      work: () => Promise.reject(new TypeError('what?')),
    });
    await queue.send(['a', 'b']);
    await vi.waitFor(() =>
      expect(given).toEqual([
        ['a', 'TypeError: what?'],
        ['b', 'TypeError: what?'],
      ]),
    );
  });

  it('in order: lets nothing overtake a failure, and tries what failed one by one', async () => {
    const queue = queueOn(tableOn(store()));
    const done: string[] = [];
    const { given } = consume(queue, {
      groupOf: () => '',
      aloneAfterFailure: true,
      work: async (batch): Promise<BatchOutcome<string> | undefined> => {
        const at = batch.findIndex(({ body }) => body === 'b');
        const good = at < 0 ? batch : batch.slice(0, at);
        done.push(...good.map(({ body }) => body));
        return at < 0 ? undefined : { failed: batch.slice(at, at + 1), untried: batch.slice(at + 1), reason: 'bad' };
      },
    });
    await queue.send(['a', 'b', 'c', 'd']);
    await vi.waitFor(() => expect(queue.size).toBe(0));
    expect(done).toEqual(['a', 'c', 'd']);
    expect(given).toEqual([['b', 'bad']]);
  });

  it('in groups: keeps the order of each, and lets others go on while one waits after a failure', async () => {
    const queue = queueOn(tableOn(store()));
    const done: string[] = [];
    let refusals = 2;
    consume(queue, {
      groupOf: ([group = '']) => group,
      concurrency: 3,
      backoff: () => 20,
      work: async (batch): Promise<BatchOutcome<string> | undefined> => {
        await Promise.resolve();
        const failed = refusals > 0 ? batch.filter(({ body }) => body.startsWith('a')) : [];
        if (failed.length > 0) refusals -= 1;
        done.push(...batch.filter((message) => !failed.includes(message)).map(({ body }) => body));
        return failed.length === 0 ? undefined : { failed, reason: 'later' };
      },
    });
    await queue.send(['a1', 'b1', 'a2', 'b2']);
    await queue.send(['a3', 'b3']);
    await vi.waitFor(() => expect(queue.size).toBe(0));
    expect(done.filter((body) => body.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
    expect(done.filter((body) => body.startsWith('b'))).toEqual(['b1', 'b2', 'b3']);
    expect(done.indexOf('b3')).toBeLessThan(done.indexOf('a1'));
  });

  it('keeps what it could not settle', async () => {
    const disk = store();
    let isBroken = false;
    const fragile: Store = {
      ...disk,
      transact: (writes, token) => (isBroken ? Promise.reject(new Error('engine away')) : disk.transact(writes, token)),
    };
    const queue = queueOn(tableOn(fragile));
    let tries = 0;
    const { problems } = consume(queue, {
      work: async (batch): Promise<BatchOutcome<string> | undefined> => {
        tries += 1;
        isBroken = tries === 1;
        return tries < 3 ? { failed: batch, reason: 'later' } : undefined;
      },
    });
    await queue.send(['a']);
    await vi.waitFor(() => expect(queue.size).toBe(0), { timeout: 3000 });
    expect(tries).toBe(3);
    expect(problems).toEqual(['queue q: a batch could not be settled']);
  });

  it('stops when what is under way is done', async () => {
    const queue = queueOn(tableOn(store()));
    let finish = (): void => undefined;
    const { problems } = consume(queue, {
      batchSize: 1,
      work: () => new Promise((resolve) => (finish = () => resolve(undefined))),
    });
    await queue.send(['a', 'b']);
    let stopped = false;
    const stopping = running[0]?.stop().then(() => (stopped = true));
    await Promise.resolve();
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(queue.messages().map(({ body }) => body)).toEqual(['b']);
    expect(problems).toEqual([]);
  });

  it('waits twice as long after every failure, up to a limit', () => {
    const backoff = doubling(100, 500);
    expect([1, 2, 3, 4, 50].map(backoff)).toEqual([100, 200, 400, 500, 500]);
  });
});
