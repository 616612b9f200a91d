import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

const START = fileURLToPath(new URL('../../../scripts/start.mjs', import.meta.url));

let directory: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  directory = join(mkdtempSync(join(tmpdir(), 'shouwang-main-')), 'data');
});

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  rmSync(join(directory, '..'), { recursive: true, force: true });
});

/** Runs what `npm start` runs, or another program by it. */
const run = (environment: Readonly<Record<string, string>>, ...program: readonly string[]) =>
  watch(environment, [START, ...program]);

const watch = (environment: Readonly<Record<string, string>>, command: readonly string[]) => {
  const child = spawn(process.execPath, command, {
    env: { ...process.env, PORT: '0', SHOUWANG_DATA_DIR: directory, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  children.push(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk));
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  return { child, exited, said: () => said };
};

/** @returns the URL once the service says that it is up. */
const untilUp = ({ said }: ReturnType<typeof run>): Promise<string> =>
  vi.waitFor(
    () => {
      const url = /is up: (http:\S+)/.exec(said())?.[1];
      if (url === undefined) throw new Error(`not up yet: ${said()}`);
      return url;
    },
    { timeout: 25_000, interval: 50 },
  );

describe('npm start', () => {
  it('says in both languages where every city is and who can sign in, serves, and stops clean on Ctrl-C', async () => {
    const service = run({});
    const url = await untilUp(service);
    for (const text of ['守望已启动', '西宁市 Xining', `${url}/632800`, 'coordinator@630100', 'Ctrl-C', directory])
      expect(service.said()).toContain(text);
    const health = await fetch(`${url}/620100/health`);
    expect([health.status, await health.json()]).toEqual([200, expect.objectContaining({ city: '620100' })]);
    service.child.kill('SIGINT');
    expect(await service.exited).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
  });

  it('does not reset under a running service; afterwards it does', async () => {
    const service = run({});
    await untilUp(service);
    const early = run({}, 'infra/local/reset.ts');
    expect(await early.exited).toBe(1);
    for (const text of ['正由另一进程', 'Another process', String(service.child.pid)])
      expect(early.said()).toContain(text);
    service.child.kill('SIGTERM');
    expect(await service.exited).toBe(0);
    const late = run({}, 'infra/local/reset.ts');
    expect(await late.exited).toBe(0);
    expect(existsSync(directory)).toBe(false);
    expect(await run({}, 'infra/local/reset.ts').exited).toBe(0);
  });

  it('stops when the npm that started it is killed', async () => {
    const npm = 'require("node:child_process").spawn(process.execPath, process.argv.slice(1), { stdio: "inherit" })';
    const service = watch({ npm_lifecycle_event: 'start' }, ['-e', npm, START]);
    const url = await untilUp(service);
    service.child.kill('SIGKILL');
    await vi.waitFor(() => expect(fetch(url)).rejects.toThrow(), { timeout: 10_000, interval: 100 });
    // It closes its door first, and lets go of the data when all is written.
    await vi.waitFor(async () => expect(await run({}, 'infra/local/reset.ts').exited).toBe(0), {
      timeout: 15_000,
      interval: 200,
    });
  });

  it.each([
    [{ PORT: 'eighty' }, ['环境变量有误', 'The environment is wrong', 'PORT']],
    [{ SHOUWANG_CLOCK_SECONDS: '-1' }, ['环境变量有误', 'SHOUWANG_CLOCK_SECONDS']],
    [{ AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:9' }, ['没有应答', 'Nothing answers at http://127.0.0.1:9']],
  ])('refuses %j with the reason, and no stack', async (environment, texts) => {
    const service = run(environment as Record<string, string>);
    expect(await service.exited).toBe(1);
    for (const text of texts) expect(service.said()).toContain(text);
    expect(service.said()).not.toMatch(/\n\s+at /);
  });
});
