import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Where `SHOUWANG_TEST_REPORTS` asks for results as JSON, one file per run, for the summary over all suites. */
const reports = process.env.SHOUWANG_TEST_REPORTS;
const runName = process.env.SHOUWANG_TEST_RUN ?? 'vitest';

const suite = (
  name: string,
  folders: readonly string[],
  testTimeout: number,
  more: { readonly isolate?: false } = {},
) => ({
  extends: true as const,
  test: {
    ...more,
    name,
    include: folders.map((folder) => `tests/${folder}/**/*.test.ts`),
    testTimeout,
    hookTimeout: Math.max(testTimeout, 60_000),
  },
});

const browser = suite('browser', ['browser'], 120_000);

export default defineConfig({
  test: {
    // One more than Vitest takes by itself: many tests wait for processes, not for a processor.
    maxWorkers: availableParallelism(),
    reporters: reports ? ['default', 'json'] : ['default'],
    ...(reports ? { outputFile: { json: `${reports}/${runName}.json` } } : {}),
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    coverage: { provider: 'v8', include: ['shared/**', 'functions/**', 'infra/**', 'cli/**'] },
    projects: [
      // What they test keeps nothing between calls: importing it anew for each file would take five times as long as testing it.
      suite('unit', ['unit'], 10_000, { isolate: false }),
      suite('conformance', ['conformance'], 20_000),
      suite('integration', ['integration'], 30_000),
      suite('simulation', ['simulation'], 180_000),
      suite('infra', ['infra'], 120_000),
      suite('e2e', ['e2e'], 60_000),
      suite('cloud', ['cloud'], 120_000),
      {
        ...browser,
        // Two browsers and the service on two processors: what is late once is looked at a second time before it counts.
        test: { ...browser.test, globalSetup: 'tests/browser/global-setup.ts', retry: 1 },
      },
    ],
  },
});
