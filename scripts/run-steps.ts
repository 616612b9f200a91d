import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A command of the project that either succeeds or does not. */
export interface Step {
  readonly name: string;
  /** Name of an installed command, and its arguments. */
  readonly command: readonly [string, ...string[]];
}

/** What `npm test` and `npm run check` both ask of the code before anything is run. */
export const SOUND_CODE: readonly Step[] = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['biome', 'check', '.'] },
  { name: 'structure', command: ['tsx', 'scripts/check-structure.ts'] },
];

const runOne = ({
  command: [program, ...rest],
}: Step): Promise<{ readonly passed: boolean; readonly output: string }> =>
  new Promise((resolve) => {
    const child = spawn(join('node_modules', '.bin', program), rest, { shell: process.platform === 'win32' });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ passed: false, output: error.message }));
    child.on('close', (code) => resolve({ passed: code === 0, output }));
  });

/** Leaves a note for the count over all suites, where one is asked for. */
const note = (name: string, passed: boolean): void => {
  const folder = process.env.SHOUWANG_TEST_REPORTS;
  if (!folder) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, `step-${name}.json`),
    JSON.stringify({ step: name, status: passed ? 'passed' : 'failed' }),
  );
};

/**
 * Runs steps two at a time, says of each whether it passed and how long it took (s), and shows the output of those that failed.
 * @returns whether all passed.
 */
export const runSteps = async (steps: readonly Step[]): Promise<boolean> => {
  const waiting = [...steps];
  let allPassed = true;
  const worker = async (): Promise<void> => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const started = performance.now();
      const { passed, output } = await runOne(step);
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(`${passed ? '✓' : '✗'} ${step.name} (${seconds} s)`);
      if (!passed) console.log(output);
      note(step.name, passed);
      allPassed &&= passed;
    }
  };
  await Promise.all([worker(), worker()]);
  return allPassed;
};
