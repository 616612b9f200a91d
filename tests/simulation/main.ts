import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { failuresInParallel } from './parallel.ts';
import { describeFailure, failureOf, failuresAmong } from './seeds.ts';
import { loadService } from './service.ts';
import { tell } from './story.ts';

const USAGE = `Puts cities through loss, duplication, reordering, delay, partition and crash, and looks whether every promise was kept.

  npm run simulate -- [--seeds 1000] [--from 0] [--workers ${availableParallelism()}]
  npm run simulate -- --from 42 --trace      prints everything that happens in the story of seed 42`;

const count = (fallback: number) => z.coerce.number().int().min(0).default(fallback);
const OptionsSchema = z.strictObject({
  seeds: count(1000),
  from: count(0),
  step: count(1),
  workers: count(availableParallelism()),
  /** Print the trace of one seed. */
  trace: z.boolean().default(false),
  /** Tell the seeds in this process, and print failures as JSON. */
  json: z.boolean().default(false),
});
type Options = z.infer<typeof OptionsSchema>;

const readOptions = (): Options => {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const options = { seeds: text, from: text, step: text, workers: text, trace: flag, json: flag };
  try {
    return OptionsSchema.parse(parseArgs({ options }).values);
  } catch (error) {
    console.error(`${String(error)}\n\n${USAGE}`);
    process.exit(2);
  }
};

/** @returns whether the story ended well. */
const printStory = async (seed: number): Promise<boolean> => {
  const story = await tell({ seed, functions: await loadService() });
  console.log(story.world.trace.lines().join('\n'));
  const failure = failureOf(seed, story);
  console.log(failure ? describeFailure(failure) : `seed ${seed}, trace ${story.world.trace.hash()}: all is well`);
  return failure === undefined;
};

const printFailures = async ({ from, seeds, workers }: Options): Promise<boolean> => {
  const started = performance.now();
  const failures = await failuresInParallel(from, seeds, workers);
  for (const failure of failures) console.log(describeFailure(failure));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${seeds} seeds from ${from}, ${failures.length} failed, ${seconds} s`);
  return failures.length === 0;
};

const main = async (options: Options): Promise<boolean> => {
  if (options.trace) return printStory(options.from);
  if (!options.json) return printFailures(options);
  const { from, seeds, step } = options;
  const failures = await failuresAmong(await loadService(), { from, count: seeds, step });
  console.log(JSON.stringify(failures));
  return failures.length === 0;
};

process.exitCode = (await main(readOptions())) ? 0 : 1;
