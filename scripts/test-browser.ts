import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const { status } = spawnSync(
  join('node_modules', '.bin', 'vitest'),
  // One file after the other: a browser and the service take two processors.
  ['run', '--project', 'browser', '--no-file-parallelism', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, SHOUWANG_TEST_RUN: 'browser' },
    shell: process.platform === 'win32',
  },
);
process.exit(status ?? 1);
