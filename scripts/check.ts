import { runSteps, SOUND_CODE } from './run-steps.ts';

/** Everything that can be said of the code without running it. */
const passed = await runSteps([
  ...SOUND_CODE,
  { name: 'unused', command: ['knip'] },
  { name: 'licences', command: ['tsx', 'scripts/check-licences.ts'] },
  { name: 'openapi', command: ['tsx', 'scripts/openapi.ts', '--check'] },
  { name: 'docs', command: ['tsx', 'scripts/check-docs.ts'] },
]);
process.exit(passed ? 0 : 1);
