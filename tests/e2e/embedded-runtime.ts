import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Runtime, type RuntimeOptions, startRuntime } from '../../infra/local/runtime.ts';
import { type Deployment, deploymentOf, embeddedDescription } from './deployment.ts';

/** All cities in this process, on a data directory that is gone with them. */
export interface Embedded {
  readonly runtime: Runtime;
  readonly deployment: Deployment;
  readonly dataDirectory: string;
  /** @returns what the functions logged as errors so far, JSON lines. */
  errors(): readonly string[];
  stop(): Promise<void>;
}

/** Starts the embedded runtime for tests: its clock looks every second, and it lets through more than a city's gateway would. */
export const startEmbedded = async (options: RuntimeOptions = {}): Promise<Embedded> => {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'shouwang-e2e-'));
  const throttle = { ratePerSecond: 1_000, burst: 1_000 };
  const runtime = await startRuntime({ dataDirectory, scheduleSeconds: 1, throttle, ...options });
  return {
    runtime,
    deployment: deploymentOf(embeddedDescription(runtime.url, [...runtime.cities.keys()])),
    dataDirectory,
    errors: () =>
      readFileSync(runtime.logFile, 'utf8')
        .split('\n')
        .filter((line) => line.includes('"level":"ERROR"')),
    stop: async () => {
      await runtime.stop();
      rmSync(dataDirectory, { recursive: true, force: true });
    },
  };
};
