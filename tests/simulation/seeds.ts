import type { DeployedFunction, Sabotage } from './host.ts';
import { findings } from './oracle/oracle.ts';
import { type Story, tell } from './story.ts';

/** A story that did not end well. */
export interface Failure {
  readonly seed: number;
  /** Of the trace: a replay has the same. */
  readonly hash: string;
  readonly findings: readonly string[];
}

/** Some seeds, evenly spaced. */
export interface Seeds {
  readonly from: number;
  readonly count: number;
  /** From one to the next. */
  readonly step: number;
}

/** @returns how a story failed, if it did. */
export const failureOf = (seed: number, story: Story): Failure | undefined => {
  const found = findings(story);
  return found.length === 0 ? undefined : { seed, hash: story.world.trace.hash(), findings: found };
};

/**
 * Tells the stories of these seeds. @returns those that did not end well.
 * @param sabotage what is switched off, to see whether anybody notices.
 */
export const failuresAmong = async (
  functions: readonly DeployedFunction[],
  { from, count, step }: Seeds,
  sabotage: Sabotage = {},
): Promise<readonly Failure[]> => {
  const failures: Failure[] = [];
  for (let told = 0; told < count; told += 1) {
    const seed = from + told * step;
    const failure = failureOf(seed, await tell({ seed, functions, sabotage }));
    if (failure) failures.push(failure);
  }
  return failures;
};

/** @returns what to print of a failure: what is wrong, and how to see it again. */
export const describeFailure = ({ seed, hash, findings: found }: Failure): string =>
  [
    `seed ${seed}, trace ${hash}`,
    ...found.map((finding) => `  ${finding}`),
    `  see it again, line by line: npm run simulate -- --from ${seed} --trace`,
  ].join('\n');
