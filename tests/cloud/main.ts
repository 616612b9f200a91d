import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { profileNamed } from '../../infra/cities.ts';
import { DEPLOYMENT_VARIABLE } from '../e2e/deployment.ts';
import { deploy } from './harness/cdk.ts';
import { run } from './harness/child.ts';
import { hurryClocks } from './harness/hurried-clocks.ts';
import { startIssuer } from './harness/issuer.ts';
import { answers, startMiniStack } from './harness/ministack.ts';
import { startTlsFront } from './harness/tls-front.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = join(root, '.cache');
const work = join(cache, 'cloud');
const log = join(work, 'ministack.log');
const endpoint = (process.env.AWS_ENDPOINT_URL ?? 'http://127.0.0.1:4566').replace(/\/$/, '');
const PROFILE = 'emulator';

/** From here on this is the emulator's root, whatever account the person who runs it is signed in to. */
const becomeRoot = (): void => {
  for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_DEFAULT_REGION']) delete process.env[name];
  Object.assign(process.env, { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });
};

const stops: (() => Promise<void>)[] = [];
const stopLater = <T extends { stop(): Promise<void> }>(thing: T): T => {
  stops.push(() => thing.stop());
  return thing;
};
const stopAll = async (): Promise<void> => {
  for (const stop of stops.splice(0).reverse()) await stop();
};

const main = async (): Promise<void> => {
  becomeRoot();
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const profile = profileNamed(PROFILE);
  const isUp = await answers(endpoint);
  console.log(isUp ? `deploying to what answers at ${endpoint}` : `starting MiniStack at ${endpoint}`);
  if (!isUp) {
    const { port } = new URL(endpoint);
    stopLater(await startMiniStack({ directory: join(cache, 'ministack'), log, port }));
  }
  const cdkEndpoint = isUp ? endpoint : stopLater(await startTlsFront(endpoint)).url;
  const issuer = stopLater(await startIssuer(profile.placements.map(({ city }) => city)));
  const deployment = await deploy({
    root,
    work,
    endpoint,
    cdkEndpoint,
    profileName: PROFILE,
    profile,
    issuer: issuer.url,
  });
  const file = join(work, 'deployment.json');
  writeFileSync(file, JSON.stringify(deployment, undefined, 2));
  stopLater(await hurryClocks(deployment));
  const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'e2e', '--project', 'cloud'];
  await run(process.execPath, [...vitest, ...process.argv.slice(2)], {
    cwd: root,
    env: { ...process.env, [DEPLOYMENT_VARIABLE]: file, SHOUWANG_TEST_RUN: 'test-cloud' },
  });
};

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void stopAll().finally(() => process.exit(130)));
}
try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  console.error(`What the functions logged is in ${log}, if the emulator was started here.`);
  process.exitCode = 1;
} finally {
  await stopAll();
}
