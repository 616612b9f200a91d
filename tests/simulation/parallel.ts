import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { Failure, Seeds } from './seeds.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const MAIN = 'tests/simulation/main.ts';

const ReportSchema = z.array(z.strictObject({ seed: z.int(), hash: z.string(), findings: z.array(z.string()) }));

/** Runs the program in a process of its own. @returns what it prints. */
export const simulateInProcess = (options: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', MAIN, ...options], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    let complained = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    child.stderr.on('data', (chunk) => {
      complained += chunk;
    });
    child.on('error', reject);
    child.on('close', () => (said === '' ? reject(new Error(`could not be simulated: ${complained}`)) : resolve(said)));
  });

const inProcess = async ({ from, count, step }: Seeds): Promise<readonly Failure[]> => {
  const options = Object.entries({ from, seeds: count, step }).flatMap(([name, value]) => [`--${name}`, `${value}`]);
  return ReportSchema.parse(JSON.parse(await simulateInProcess(['--json', ...options])));
};

/** Tells the stories of these seeds on all processors. @returns those that did not end well, in order. */
export const failuresInParallel = async (
  from: number,
  count: number,
  workers: number = availableParallelism(),
): Promise<readonly Failure[]> => {
  const shares = Array.from({ length: workers }, (_, worker) => ({
    from: from + worker,
    count: Math.ceil((count - worker) / workers),
    step: workers,
  }));
  const failures = await Promise.all(shares.filter((share) => share.count > 0).map(inProcess));
  return failures.flat().toSorted((one, other) => one.seed - other.seed);
};
