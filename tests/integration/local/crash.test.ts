import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freePort } from '../../../infra/local/engine/free-port.ts';
import { coordinatorOf } from './post-office.ts';

const CHILD = fileURLToPath(new URL('./crash-child.ts', import.meta.url));
const [XINING, LANZHOU, HAIDONG] = ['630100', '620100', '630200'] as const;

let directory: string;
let child: ChildProcess | undefined;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'shouwang-crash-'));
});

const kill = async (): Promise<void> => {
  if (child?.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
};

afterEach(async () => {
  await kill();
  rmSync(directory, { recursive: true, force: true });
});

/** Starts, or starts again, the service on the directory. @returns its URL. */
const start = async (port: number): Promise<string> => {
  child = spawn(process.execPath, ['--import', 'tsx', CHILD, String(port), directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return String(said).trim();
};

type Coordinator = Awaited<ReturnType<typeof coordinatorOf>>;

/** Posts letters until posting fails. @returns those whose posting was confirmed. */
const postUntilDown = async (coordinator: Coordinator, confirmed: string[]): Promise<void> => {
  try {
    for (;;) confirmed.push(await coordinator.post([LANZHOU, HAIDONG], 'help'));
  } catch {
    // The service is down: what was not confirmed may or may not be there.
  }
};

const received = async (coordinator: Coordinator): Promise<ReadonlySet<string>> =>
  new Set((await coordinator.read()).map(({ sk }) => sk));

describe('kill -9', () => {
  it('loses nothing that was confirmed, however often, and keeps keys and sign-ins', async () => {
    const port = await freePort();
    const url = await start(port);
    const coordinators = new Map<string, Coordinator>();
    for (const city of [XINING, LANZHOU, HAIDONG]) coordinators.set(city, await coordinatorOf(url, city));
    const at = (city: string): Coordinator => coordinators.get(city) as Coordinator;
    const confirmed: string[] = [];
    for (let round = 1; round <= 3; round += 1) {
      const before = confirmed.length;
      const posting = Promise.all([1, 2, 3].map(() => postUntilDown(at(XINING), confirmed)));
      await vi.waitFor(() => expect(confirmed.length).toBeGreaterThan(before + 20), { timeout: 20_000, interval: 2 });
      await kill();
      await posting;
      expect(await start(port)).toBe(url);
    }
    expect(confirmed.length).toBeGreaterThan(60);
    for (const city of [LANZHOU, HAIDONG])
      await vi.waitFor(
        async () => {
          const there = await received(at(city));
          expect(confirmed.filter((id) => !there.has(id))).toEqual([]);
        },
        { timeout: 20_000, interval: 50 },
      );
  }, 60_000);
});
