import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freshConsole } from '../../console/build/fresh-console.ts';
import { startRuntime } from '../../infra/local/runtime.ts';
import { seedOnce } from '../../scripts/seed/seed.ts';
import { chromiumPath } from './chromium.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the service with the demo data in that all browser tests look at; empty where there is no browser. */
    serviceUrl: string;
  }
}

/** Starts one service for all browser tests, as `npm start` does; each test brings the incidents and requests it is about. */
export default async (project: TestProject): Promise<(() => Promise<void>) | undefined> => {
  if (chromiumPath === undefined) {
    project.provide('serviceUrl', '');
    return undefined;
  }
  const dataDirectory = mkdtempSync(join(tmpdir(), 'shouwang-browser-'));
  // A copy: whoever builds the page anew meanwhile does not change what is being looked at.
  const consoleFiles = join(dataDirectory, 'console');
  cpSync(await freshConsole(), consoleFiles, { recursive: true });
  const runtime = await startRuntime({
    dataDirectory,
    consoleFiles,
    scheduleSeconds: 1,
    throttle: { ratePerSecond: 1_000, burst: 1_000 },
  });
  await seedOnce(runtime.url, dataDirectory, () => undefined);
  project.provide('serviceUrl', runtime.url);
  return async () => {
    await runtime.stop();
    rmSync(dataDirectory, { recursive: true, force: true });
  };
};
