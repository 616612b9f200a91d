import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as z from 'zod';
import { CATALOG } from '../../functions/catalog.ts';
import { type Bundle, bundleFunctions } from '../../infra/bundles.ts';
import { environmentOf } from '../../shared/lambda/environment.ts';
import { type EmptyTwin, emptyTwin } from './empty-twin.ts';
import { median, rounded } from './statistics.ts';

/** Starts measured of each function, in turn with its empty twin. */
const RUNS = 5;

/** A function's start, and the bytes read for it, may be so many times those of its twin. */
export const INIT_GOAL = 1.3;

/** What a bundle needs to load; nothing of it is called. */
const VARIABLES = {
  AWS_REGION: 'cn-northwest-1',
  ...environmentOf('city', {
    CITY_CODE: '630100',
    DUTY_ROOM_NAME: 'bench',
    DUTY_ROOM_TELEPHONE: '000',
    REGISTRY_STALE_AFTER_DAYS: '180',
  }),
  ...environmentOf('issuer', { OIDC_ISSUER: 'https://issuer.invalid' }),
  ...environmentOf('table', { TABLE_NAME: 'bench' }),
  ...environmentOf('key', { SIGNING_KEY_ID: 'bench' }),
  ...environmentOf('bus', { EVENT_BUS_NAME: 'bench' }),
  ...environmentOf('files', { FILES_BUCKET: 'bench' }),
  ...environmentOf('courier', { COURIER_TARGETS: '{}' }),
};

const StartSchema = z.object({ wallMs: z.number(), processorMs: z.number() });
type Start = z.infer<typeof StartSchema>;

/** Imports a module in a process of its own. @returns how long that took. */
const startOf = (path: string): Start => {
  const script = `
    const [wall, processor] = [performance.now(), process.cpuUsage()];
    await import(${JSON.stringify(pathToFileURL(path).href)});
    const { user, system } = process.cpuUsage(processor);
    console.log(JSON.stringify({ wallMs: performance.now() - wall, processorMs: (user + system) / 1000 }));
    process.exit(0);`;
  const said = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, ...VARIABLES },
    stdio: ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
  });
  return StartSchema.parse(JSON.parse(said.trim().split('\n').at(-1) ?? ''));
};

const typical = (starts: readonly Start[]): Start => ({
  wallMs: rounded(median(starts.map(({ wallMs }) => wallMs)), 1),
  processorMs: rounded(median(starts.map(({ processorMs }) => processorMs)), 1),
});

const compare = (bundle: Bundle, twin: EmptyTwin) => {
  const [ours, theirs]: [Start[], Start[]] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    ours.push(startOf(join(bundle.directory, 'index.mjs')));
    theirs.push(startOf(twin.path));
  }
  const [init, emptyInit] = [typical(ours), typical(theirs)];
  return {
    function: bundle.name,
    packages: twin.packages,
    bytes: bundle.bytes,
    init,
    // A function without SDK clients has a twin of nothing: no measure for it.
    ...(twin.packages.length > 0 && {
      emptyBytes: twin.bytes,
      emptyInit,
      bytesRatio: rounded(bundle.bytes / twin.bytes),
      initRatio: rounded(init.processorMs / emptyInit.processorMs),
    }),
  };
};

/**
 * What is read and how long it takes to start each function: bytes, and milliseconds (median) on the clock and of processor time,
 * against an empty handler with the same SDK clients and commands, measured in turn. The ratio is that of processor times, which
 * neighbours on the machine disturb less.
 */
export const benchInit = async () => {
  const bundles = await bundleFunctions(CATALOG, process.cwd());
  const folder = mkdtempSync(join(tmpdir(), 'shouwang-bench-'));
  try {
    const results = [];
    for (const bundle of bundles) results.push(compare(bundle, await emptyTwin(bundle, folder)));
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
