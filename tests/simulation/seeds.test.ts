import { expect, it } from 'vitest';
import { MINUTE_MS } from '../../shared/domain/kernel/instant.ts';
import { failuresInParallel } from './parallel.ts';
import { describeFailure } from './seeds.ts';

/** Two minutes on two processors with nothing else to do. */
const LIMIT_MS = 15 * MINUTE_MS;

it(
  'three hundred stories of cities under loss, duplication, reordering, delay, partition and crash end well',
  async () => {
    const failures = await failuresInParallel(0, 300);
    expect(failures.map(describeFailure).join('\n')).toBe('');
  },
  LIMIT_MS,
);
