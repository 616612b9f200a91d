import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import envPaths from 'env-paths';

/** All that a command touches besides the service: so that tests can stand in for it. */
export interface World {
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where sign-ins are kept; made when first needed. */
  readonly configDirectory: string;
  readonly fetch: typeof globalThis.fetch;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** Whether people watch standard error, so that a line on it can be drawn anew. */
  readonly isWatched: boolean;
  /** @returns milliseconds since 1970. */
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<unknown>;
  /** @returns all of standard input. */
  readonly readInput: () => Promise<string>;
  /** @returns what is typed without being shown, or the first line of standard input where nobody types. */
  readonly askSecret: (question: string) => Promise<string>;
}

const askHidden = async (question: string): Promise<string> => {
  process.stderr.write(question);
  const nothing = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nothing, terminal: true });
  const answer = await lines.question('');
  lines.close();
  process.stderr.write('\n');
  return answer;
};

/** @returns the world as it is. */
export const realWorld = (): World => ({
  environment: process.env,
  configDirectory: process.env.SHOUWANG_CONFIG_DIR || envPaths('shouwang', { suffix: '' }).config,
  fetch: globalThis.fetch,
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  isWatched: process.stderr.isTTY === true,
  now: Date.now,
  pause,
  readInput: () => readAll(process.stdin),
  askSecret: async (question) =>
    process.stdin.isTTY ? askHidden(question) : ((await readAll(process.stdin)).split(/\r?\n/, 1)[0] ?? ''),
});
