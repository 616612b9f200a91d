import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { StartupError } from '../startup-error.ts';
import { findEngineBinary } from './engine-binary.ts';
import { freePort } from './free-port.ts';

/** A DynamoDB endpoint to work with. */
export interface Engine {
  readonly endpoint: string;
  /** Process id of the engine's keeper; absent when somebody else runs the endpoint. */
  readonly pid?: number;
  stop(): Promise<void>;
}

export interface EngineOptions {
  /** Folder of the database file; everything is kept in memory without one. */
  readonly directory?: string;
  /** Called once when the engine dies though nobody stopped it. */
  readonly onDeath: (reason: string) => void;
}

const START_MS = 10_000;
const POLL_MS = 15;

/**
 * The engine must not outlive this process, however it ends: its keeper, a shell, ends it when the pipe on descriptor 3
 * closes, which the system does even after kill -9. It has a session of its own, so that Ctrl-C reaches this process only.
 */
const KEEPER = '"$@" 3<&- & engine=$!; { cat <&3 >/dev/null; kill "$engine"; } 2>/dev/null & wait "$engine"';

const spawnKept = (binary: string, options: readonly string[]): ChildProcess =>
  spawn('sh', ['-c', KEEPER, 'keeper', binary, ...options], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  });

const answers = async (endpoint: string): Promise<boolean> => {
  try {
    await (await fetch(endpoint, { signal: AbortSignal.timeout(START_MS) })).text();
    return true;
  } catch {
    return false;
  }
};

const untilAnswering = async (endpoint: string, keeper: ChildProcess, said: () => string): Promise<void> => {
  const deadline = performance.now() + START_MS;
  while (!(await answers(endpoint))) {
    if (keeper.exitCode === null && performance.now() < deadline) {
      await pause(POLL_MS);
      continue;
    }
    throw new StartupError({
      zh: `数据库引擎 dynoxide 未能启动：${said()}`,
      en: `The database engine dynoxide did not start: ${said()}`,
    });
  }
};

/**
 * Starts Dynoxide on a free port of the loopback interface, its data in a file of the directory.
 * @throws StartupError when it is not installed or does not start.
 */
export const startDynoxide = async ({ directory, onDeath }: EngineOptions): Promise<Engine> => {
  const port = await freePort();
  const file = directory === undefined ? [] : ['--db-path', join(directory, 'dynamodb.sqlite')];
  const keeper = spawnKept(findEngineBinary(), ['serve', '--host', '127.0.0.1', '--port', String(port), ...file]);
  let said = '';
  keeper.stderr?.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-2000);
  });
  const endpoint = `http://127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    keeper.off('exit', died);
    const gone = keeper.exitCode === null && keeper.signalCode === null ? once(keeper, 'exit') : undefined;
    keeper.stdio[3]?.destroy();
    await gone;
  };
  const died = (): void => onDeath(said.trim());
  try {
    await untilAnswering(endpoint, keeper, () => said.trim());
  } catch (error) {
    await stop();
    throw error;
  }
  keeper.once('exit', died);
  return { endpoint, ...(keeper.pid !== undefined && { pid: keeper.pid }), stop };
};

const somebodyElses = async (endpoint: string): Promise<Engine> => {
  if (await answers(endpoint)) return { endpoint, stop: async () => undefined };
  throw new StartupError({
    zh: `AWS_ENDPOINT_URL_DYNAMODB 指定的 ${endpoint} 没有应答。`,
    en: `Nothing answers at ${endpoint}, which AWS_ENDPOINT_URL_DYNAMODB names.`,
  });
};

/**
 * @returns the endpoint AWS_ENDPOINT_URL_DYNAMODB names, or else a Dynoxide of our own.
 * @throws StartupError when neither is to be had.
 */
export const startEngine = (options: EngineOptions): Promise<Engine> => {
  const endpoint = process.env.AWS_ENDPOINT_URL_DYNAMODB;
  return endpoint ? somebodyElses(endpoint) : startDynoxide(options);
};
