import { closeSync, existsSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Background, run, start } from './child.ts';

/** MiniStack, and what it needs to sign with keys of KMS and to check tokens. */
const PACKAGES = ['ministack==1.5.33', 'cryptography==50.0.2'];

const POLL_MS = 200;
const START_MS = 30_000;

/** @returns whether an emulator answers at the endpoint. */
export const answers = async (endpoint: string): Promise<boolean> => {
  try {
    await fetch(`${endpoint}/_localstack/health`, { signal: AbortSignal.timeout(2_000) });
    return true;
  } catch {
    return false;
  }
};

/** Installs MiniStack below `directory` unless it is there. @returns its executable. */
const install = async (directory: string): Promise<string> => {
  const executable = join(directory, 'bin', 'ministack');
  if (existsSync(executable)) return executable;
  await run('python3', ['-m', 'venv', directory]);
  const pip = [join(directory, 'bin', 'pip'), 'install', '--quiet', '--disable-pip-version-check'] as const;
  await run(pip[0], [...pip.slice(1), ...PACKAGES]);
  return executable;
};

const untilAnswers = async (endpoint: string, { child }: Background, log: string): Promise<void> => {
  const deadline = Date.now() + START_MS;
  while (!(await answers(endpoint))) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`MiniStack did not start: see ${log}`);
    await pause(POLL_MS);
  }
};

export interface MiniStackOptions {
  /** Where it is installed. */
  readonly directory: string;
  /** Where it logs to, and its functions too. */
  readonly log: string;
  readonly port: string;
}

/**
 * Installs and starts MiniStack, with IAM enforced: a function that lacks a right fails here as it would on AWS.
 * @throws Error naming the log when it does not start.
 */
export const startMiniStack = async ({ directory, log, port }: MiniStackOptions): Promise<Background> => {
  const executable = await install(directory);
  // Outside of the repository, whose package.json would make ES modules of the scripts it runs functions with.
  const work = mkdtempSync(join(tmpdir(), 'shouwang-ministack-'));
  const output = openSync(log, 'w');
  const ministack = start(executable, [], {
    cwd: work,
    stdio: ['ignore', output, output],
    env: {
      PATH: process.env.PATH,
      HOME: work,
      TMPDIR: work,
      STATE_DIR: join(work, 'state'),
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: port,
      AUTH: 'true',
      IOT_MTLS_ENABLED: 'false',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    },
  });
  closeSync(output);
  const stop = async (): Promise<void> => {
    await ministack.stop();
    rmSync(work, { recursive: true, force: true });
  };
  try {
    await untilAnswers(`http://127.0.0.1:${port}`, ministack, log);
  } catch (error) {
    await stop();
    throw error;
  }
  return { child: ministack.child, stop };
};
