import { expect, it } from 'vitest';
import { failuresInParallel } from './parallel.ts';
import { describeFailure } from './seeds.ts';

/** Half a minute on two processors with nothing else to do. */
const LIMIT_MS = 15 * 60_000;

it(
  'a thousand stories of cities under loss, duplication, reordering, delay, partition and crash end well',
  async () => {
    const failures = await failuresInParallel(0, 1000);
    expect(failures.map(describeFailure).join('\n')).toBe('');
  },
  LIMIT_MS,
);
