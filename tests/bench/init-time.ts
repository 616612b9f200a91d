import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { CATALOG } from '../../functions/catalog.ts';
import { type Bundle, bundleFunctions } from '../../infra/bundles.ts';
import { environmentOf } from '../../shared/lambda/environment.ts';
import { median, rounded } from './statistics.ts';

/** Cold starts measured of each bundle, in turn with its empty twin. */
const RUNS = 7;

/** What a bundle needs to load; nothing of it is called. */
const VARIABLES = {
  AWS_REGION: 'cn-northwest-1',
  ...environmentOf('city', { CITY_CODE: '630100', DUTY_ROOM_NAME: 'bench', DUTY_ROOM_TELEPHONE: '000' }),
  ...environmentOf('issuer', { OIDC_ISSUER: 'https://issuer.invalid' }),
  ...environmentOf('table', { TABLE_NAME: 'bench' }),
  ...environmentOf('key', { SIGNING_KEY_ID: 'bench' }),
  ...environmentOf('bus', { EVENT_BUS_NAME: 'bench' }),
  ...environmentOf('courier', { COURIER_TARGETS: '{}' }),
};

const clientsOf = ({ inputs }: Bundle): readonly string[] => [
  ...new Set(Object.keys(inputs).flatMap((path) => /node_modules\/(@aws-sdk\/client-[\w-]+)\//.exec(path)?.[1] ?? [])),
];

/** An empty handler that makes the same SDK clients, bundled in the same way. */
const emptyTwin = async (clients: readonly string[], folder: string, name: string) => {
  const source = [
    ...clients.map((client, index) => `import * as client${index} from '${client}';`),
    `export const clients = [${clients.map((_, index) => `new client${index}[Object.keys(client${index}).find((key) => /^[A-Z]\\w+Client$/.test(key))]()`).join(', ')}];`,
    'export const handler = async () => undefined;',
  ].join('\n');
  const entry = join(folder, `${name}.mjs`);
  writeFileSync(entry, source);
  const { metafile } = await build({
    stdin: { contents: source, resolveDir: process.cwd(), loader: 'js' },
    outfile: entry,
    allowOverwrite: true,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    mainFields: ['module', 'main'],
    minify: true,
    legalComments: 'none',
    banner: { js: "import { createRequire as r } from 'node:module'; const require = r(import.meta.url);" },
    metafile: true,
  });
  const [output] = Object.values(metafile.outputs);
  return { path: entry, bytes: output?.bytes ?? 0 };
};

/** Milliseconds from the start of a module's import to its end, in a process of its own. */
const importMilliseconds = (path: string): number => {
  const script = `const t = performance.now(); await import(${JSON.stringify(pathToFileURL(path).href)}); console.log(performance.now() - t); process.exit(0);`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, ...VARIABLES },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${path} does not load: ${stderr}`);
  return Number(stdout.trim().split('\n').at(-1));
};

/**
 * Size (bytes) and init time (ms, median) of every function's bundle, each against an empty handler with the same SDK clients,
 * measured in turn. Figures to look at are the ratios.
 */
export const benchInit = async () => {
  const bundles = await bundleFunctions(CATALOG, process.cwd());
  const folder = mkdtempSync(join(tmpdir(), 'shouwang-bench-'));
  try {
    const results = [];
    for (const bundle of bundles) {
      const clients = clientsOf(bundle);
      const empty = await emptyTwin(clients, folder, bundle.name);
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let run = 0; run < RUNS; run += 1) {
        ours.push(importMilliseconds(join(bundle.directory, 'index.mjs')));
        theirs.push(importMilliseconds(empty.path));
      }
      results.push({
        function: bundle.name,
        clients,
        bytes: bundle.bytes,
        initMs: rounded(median(ours), 1),
        emptyInitMs: rounded(median(theirs), 1),
        initRatio: rounded(median(ours) / median(theirs)),
        bytesRatio: rounded(bundle.bytes / empty.bytes),
      });
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
