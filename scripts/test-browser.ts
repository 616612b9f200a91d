import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const { status } = spawnSync(
  join('node_modules', '.bin', 'vitest'),
  ['run', '--project', 'browser', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, SHOUWANG_TEST_RUN: 'browser' },
    shell: process.platform === 'win32',
  },
);
process.exit(status ?? 1);
