import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { runSteps, SOUND_CODE } from './run-steps.ts';

/** Suites that need nothing but Node. */
const PROJECTS = ['unit', 'conformance', 'integration', 'simulation', 'infra', 'e2e'];

const sound = await runSteps(SOUND_CODE);
const { status } = spawnSync(
  join('node_modules', '.bin', 'vitest'),
  ['run', ...PROJECTS.flatMap((project) => ['--project', project]), ...process.argv.slice(2)],
  { stdio: 'inherit', env: { ...process.env, SHOUWANG_TEST_RUN: 'npm-test' }, shell: process.platform === 'win32' },
);
console.log(`
已跳过 Skipped here, as they need more than Node:
  npm run test:cloud    部署到模拟云 deploys the CDK app to an emulated AWS (needs Python 3 with pip, or Docker)
  npm run test:browser  真实浏览器 drives a real browser (needs Chromium)`);
process.exit(sound && status === 0 ? 0 : 1);
