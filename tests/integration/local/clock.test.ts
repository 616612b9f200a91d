import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FunctionDefinition } from '../../../functions/catalog-types.ts';
import type { LoadHandler } from '../../../infra/local/city/lambda-function.ts';
import { type Runtime, startRuntime } from '../../../infra/local/runtime.ts';
import { DUE_PARTITION } from '../../../shared/data/table.ts';
import { DAY_MS, MINUTE_MS, plus } from '../../../shared/domain/kernel/instant.ts';
import type { Cell } from '../../../shared/lambda/cell.ts';
import { signIn } from './post-office.ts';

const XINING = '630100';
const LANZHOU = '620100';
const NOW = '2026-07-15T00:00:00.000Z';
const minutes = (count: number): string => plus(NOW, count * MINUTE_MS);

/** Nothing but a clock: it strikes for every row that is due, and notes when. */
const CATALOG: readonly FunctionDefinition[] = [
  {
    name: 'clock',
    purpose: { zh: '试验', en: 'A trial' },
    routes: [],
    triggers: [{ kind: 'schedule', everyMinutes: 1 }],
    rights: [],
    memoryMegabytes: 128,
    timeoutSeconds: 5,
  },
];

let cells: Map<string, Cell>;
let struck: string[];
let directory: string;
let runtime: Runtime;

const load: LoadHandler = async () => (cell) => {
  cells.set(cell.city, cell);
  return async () => {
    const { keys } = await cell.store.queryDue(cell.clock.now(), 100);
    for (const key of keys) {
      await cell.store.transact([{ kind: 'delete', key }], cell.newId());
      struck.push(`${key.sk} at ${cell.clock.now()}`);
    }
    return undefined;
  };
};

const start = async (): Promise<void> => {
  runtime = await startRuntime({
    catalog: CATALOG,
    loadHandler: load,
    scheduleSeconds: 0,
    clock: { now: () => NOW },
    dataDirectory: directory,
  });
};

beforeEach(async () => {
  cells = new Map();
  struck = [];
  directory = mkdtempSync(join(tmpdir(), 'shouwang-clock-'));
  await start();
});

afterEach(async () => {
  await runtime.stop();
  rmSync(directory, { recursive: true, force: true });
});

const due = async (city: string, name: string, dueAt: string): Promise<void> => {
  const cell = cells.get(city);
  if (!cell) throw new RangeError(city);
  const item = { pk: `clock#${name}`, sk: name, duePartition: DUE_PARTITION, dueAt };
  await cell.store.transact([{ kind: 'put', item }], cell.newId());
};

const ask = async (body?: unknown): Promise<{ status: number; answer: Record<string, unknown> }> => {
  const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(`${runtime.url}/_local/clock`, init);
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
};

describe('the test clock of the embedded runtime', () => {
  it('shows what the clocks of all cities show', async () => {
    expect(await ask()).toMatchObject({ status: 200, answer: { now: NOW, cities: { [XINING]: NOW, [LANZHOU]: NOW } } });
  });

  it('goes forward as time would: everything strikes at its minute, in order, before it answers', async () => {
    await due(XINING, 'third', minutes(90));
    await due(XINING, 'first', minutes(10));
    await due(LANZHOU, 'second', minutes(20.5));
    await due(LANZHOU, 'later', minutes(200));
    const { answer } = await ask({ advanceMinutes: 120 });
    expect(struck).toEqual([`first at ${minutes(10)}`, `second at ${minutes(21)}`, `third at ${minutes(90)}`]);
    expect(answer).toMatchObject({ now: minutes(120), stops: 4 });
  });

  it('goes to a moment, and not back', async () => {
    expect((await ask({ now: '2026-07-15T18:00:00+08:00' })).answer).toMatchObject({ now: minutes(600) });
    expect((await ask({ now: NOW })).status).toBe(400);
    expect((await ask({ advanceMinutes: -1 })).status).toBe(400);
    expect((await ask({ advanceMinutes: 10 ** 9 })).status).toBe(400);
    expect((await ask({})).status).toBe(400);
    expect((await ask()).answer).toMatchObject({ now: minutes(600) });
  });

  it('puts one city ahead of the others, or behind', async () => {
    await due(XINING, 'near', minutes(5));
    await ask({ city: XINING, advanceMinutes: 5 });
    await ask({ city: LANZHOU, advanceMinutes: -5 });
    expect(struck).toEqual([`near at ${minutes(5)}`]);
    const { answer } = await ask({ advanceMinutes: 60 });
    expect(answer).toMatchObject({ now: minutes(60), cities: { [XINING]: minutes(65), [LANZHOU]: minutes(55) } });
    expect((await ask({ city: '110000', advanceMinutes: 5 })).status).toBe(404);
  });

  it('is where it was after a restart, because what was written lies in its time', async () => {
    await ask({ advanceMinutes: 60 });
    await ask({ city: LANZHOU, advanceMinutes: 3 });
    await runtime.stop();
    await start();
    expect((await ask()).answer).toMatchObject({ now: minutes(60), cities: { [LANZHOU]: minutes(63) } });
  });

  it('leaves sign-in alone: tokens go by the clock of the machine', async () => {
    await ask({ advanceMinutes: (30 * DAY_MS) / MINUTE_MS });
    expect(await signIn(runtime.url, `coordinator@${XINING}`)).toMatch(/^ey/);
  });

  it('is for this machine only', async () => {
    const response = await fetch(`${runtime.url}/_local/clock`, { headers: { origin: 'https://example.org' } });
    expect(response.status).toBe(403);
  });
});
