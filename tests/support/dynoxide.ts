import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';

export interface Dynoxide {
  readonly endpoint: string;
  readonly client: DynamoDBClient;
  stop(): Promise<void>;
}

const START_MS = 10_000;

const binary = (): string => {
  try {
    const path = createRequire(import.meta.url).resolve('@dynoxide/linux-x64/package.json');
    const installed = join(dirname(path), 'dynoxide');
    if (existsSync(installed)) return installed;
  } catch {
    // Not installed for this system: the PATH may have it.
  }
  return 'dynoxide';
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** Resolves once the process has printed that it listens. */
const listening = (process: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    const fail = (why: unknown) => reject(new Error(`dynoxide did not start: ${String(why)}`));
    const timer = setTimeout(() => fail(`silent for ${START_MS} ms`), START_MS);
    process.once('error', fail);
    process.once('exit', (code) => fail(`exit code ${code}`));
    process.stderr?.on('data', (chunk) => {
      if (!String(chunk).includes('listening')) return;
      clearTimeout(timer);
      resolve();
    });
  });

const clientOf = (endpoint: string): DynamoDBClient =>
  new DynamoDBClient({
    endpoint,
    region: 'cn-northwest-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });

/** Starts a DynamoDB-compatible server that keeps everything in memory, on a free port. */
export const startDynoxide = async (): Promise<Dynoxide> => {
  const port = await freePort();
  const server = spawn(binary(), ['serve', '--port', String(port)], { stdio: ['ignore', 'ignore', 'pipe'] });
  await listening(server);
  server.removeAllListeners('exit');
  const endpoint = `http://127.0.0.1:${port}`;
  const client = clientOf(endpoint);
  return {
    endpoint,
    client,
    stop: () =>
      new Promise((resolve) => {
        client.destroy();
        server.once('exit', () => resolve());
        server.kill();
      }),
  };
};
