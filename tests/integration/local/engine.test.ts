import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startDynoxide, startEngine } from '../../../infra/local/engine/dynoxide.ts';
import { findEngineBinary } from '../../../infra/local/engine/engine-binary.ts';
import { lockInstance } from '../../../infra/local/engine/instance-lock.ts';
import { privateKeyFile } from '../../../infra/local/engine/key-file.ts';
import { startRuntime } from '../../../infra/local/runtime.ts';
import { StartupError } from '../../../infra/local/startup-error.ts';
import { loadPostOffice, POST_OFFICE, signIn } from './post-office.ts';

const OPTIONS = { catalog: POST_OFFICE, loadHandler: loadPostOffice, scheduleSeconds: 0 };

let directory: string;

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'shouwang-engine-'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(directory, { recursive: true, force: true });
});

/** @returns the error, which must be one a person can act on, in both languages. */
const refusal = async (starting: Promise<unknown>): Promise<StartupError['text']> => {
  const error: unknown = await starting.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(StartupError);
  return (error as StartupError).text;
};

describe('a data directory', () => {
  it('is used by one process at a time, and free again after it', async () => {
    const first = await startRuntime({ ...OPTIONS, dataDirectory: directory });
    const { zh, en } = await refusal(startRuntime({ ...OPTIONS, dataDirectory: directory }));
    for (const text of [zh, en]) {
      expect(text).toContain(directory);
      expect(text).toContain(String(process.pid));
      expect(text).toContain('SHOUWANG_DATA_DIR');
    }
    await first.stop();
    const second = await startRuntime({ ...OPTIONS, dataDirectory: directory });
    await second.stop();
  });

  it('has room for two directories side by side', async () => {
    const other = mkdtempSync(join(tmpdir(), 'shouwang-engine-'));
    const locks = await Promise.all([lockInstance(directory), lockInstance(other)]);
    for (const lock of locks) await lock.release();
    rmSync(other, { recursive: true });
  });

  it('keeps keys that nobody else can read, and the same ones after a restart', async () => {
    const runtime = await startRuntime({ ...OPTIONS, dataDirectory: directory });
    const port = Number(new URL(runtime.url).port);
    const token = await signIn(runtime.url, 'auditor@630100');
    await runtime.stop();
    for (const name of ['issuer', '630100', '632800']) {
      const file = join(directory, 'keys', `${name}.pem`);
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(readFileSync(file, 'utf8')).toContain('BEGIN PRIVATE KEY');
    }
    const again = await startRuntime({ ...OPTIONS, dataDirectory: directory, port });
    const headers = { authorization: `Bearer ${token}` };
    expect((await fetch(`${again.url}/630100/v1/letters`, { headers })).status).toBe(200);
    await again.stop();
  });

  it('does not replace a key it cannot read', () => {
    const file = join(directory, 'keys', 'x.pem');
    const key = privateKeyFile(file, 'P-256');
    expect(privateKeyFile(file, 'P-256').equals(key)).toBe(true);
    expect(() => privateKeyFile(directory, 'P-256')).toThrow('EISDIR');
  });
});

describe('the port', () => {
  it('that is taken is named in the error, and everything started so far is stopped', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await once(squatter, 'listening');
    const { port } = squatter.address() as { port: number };
    const { zh, en } = await refusal(startRuntime({ ...OPTIONS, dataDirectory: directory, port }));
    for (const text of [zh, en]) expect(text).toContain(String(port));
    squatter.close();
    const lock = await lockInstance(directory);
    await lock.release();
  });
});

describe('the engine', () => {
  /** @returns the process id of the engine below its keeper. */
  const engineBelow = (keeper: number | undefined): number =>
    Number(readFileSync(`/proc/${keeper}/task/${keeper}/children`, 'utf8').split(' ')[0]);

  it('that dies is noticed; one that is stopped has not died', async () => {
    const deaths: string[] = [];
    const onDeath = (reason: string) => deaths.push(reason);
    const stopped = await startDynoxide({ directory, onDeath });
    await stopped.stop();
    const killed = await startDynoxide({ directory, onDeath });
    expect(deaths).toEqual([]);
    process.kill(engineBelow(killed.pid), 'SIGKILL');
    await vi.waitFor(() => expect(deaths).toHaveLength(1));
    await killed.stop();
    expect(deaths).toHaveLength(1);
  });

  it('may be any DynamoDB endpoint', async () => {
    const other = await startDynoxide({ onDeath: () => undefined });
    vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB', other.endpoint);
    const engine = await startEngine({ onDeath: () => undefined });
    expect(engine).toMatchObject({ endpoint: other.endpoint });
    await engine.stop();
    // Another's endpoint may check signatures, and is not stopped.
    for (const _ of [1, 2]) {
      const runtime = await startRuntime(OPTIONS);
      expect((await fetch(`${runtime.url}/630100/health`)).status).toBe(200);
      await runtime.stop();
    }
    await other.stop();
    const { zh, en } = await refusal(startEngine({ onDeath: () => undefined }));
    for (const text of [zh, en]) expect(text).toContain(other.endpoint);
  });

  it('that is not installed is asked for, with what to do about it', async () => {
    const { zh, en } = await refusal((async () => findEngineBinary([join(directory, 'dynoxide')]))());
    for (const text of [zh, en])
      for (const hint of ['dynoxide', 'npm ci', 'PATH', 'AWS_ENDPOINT_URL_DYNAMODB']) expect(text).toContain(hint);
  });
});
