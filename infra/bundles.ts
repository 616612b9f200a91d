import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import type { FunctionDefinition } from '../functions/catalog-types.ts';

/** Where bundles are put, from the root of the repository. */
export const BUNDLES_DIRECTORY = 'dist/functions';

/** One function as it is shipped. */
export interface Bundle {
  readonly name: string;
  readonly directory: string;
  /** Size of the modules that are read at start, bytes; source maps, assets and what is imported on demand do not count. */
  readonly bytes: number;
  /** What these modules are made of: bytes that each input file contributes. */
  readonly inputs: Readonly<Record<string, number>>;
}

/** CommonJS packages in an ES module still ask for `require`. */
const REQUIRE_BANNER =
  "import { createRequire as createRequireOf } from 'node:module'; const require = createRequireOf(import.meta.url);";

/** Packages that a bundle has something smaller for. */
const ALIASES = {
  '@aws-sdk/credential-provider-node': fileURLToPath(new URL('./lambda-credentials.ts', import.meta.url)),
};

type Output = Metafile['outputs'][string];

/** @returns the outputs that a module brings with it when it is imported, itself included. */
const readAtStart = (outputs: Metafile['outputs'], path: string): ReadonlySet<Output> => {
  const output = outputs[path];
  const next = output?.imports.filter(({ kind, external }) => kind === 'import-statement' && !external) ?? [];
  return new Set([...(output ? [output] : []), ...next.flatMap((module) => [...readAtStart(outputs, module.path)])]);
};

const bundleOne = async ({ name, assets = [] }: FunctionDefinition, root: string): Promise<Bundle> => {
  const directory = join(root, BUNDLES_DIRECTORY, name);
  await rm(directory, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: { index: join('functions', name, 'index.ts') },
    outdir: directory,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What the SDK imports on demand, such as the parser of browsers' names, stays outside, and need not be wrapped.
    splitting: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    mainFields: ['module', 'main'],
    alias: ALIASES,
    minify: true,
    sourcemap: true,
    sourcesContent: false,
    legalComments: 'none',
    banner: { js: REQUIRE_BANNER },
    metafile: true,
    logLevel: 'warning',
  });
  for (const { from, to } of assets) {
    const target = join(directory, to);
    await mkdir(dirname(target), { recursive: true });
    await cp(join(root, from), target, { recursive: true });
  }
  const modules = [...readAtStart(metafile.outputs, join(BUNDLES_DIRECTORY, name, 'index.mjs'))];
  if (modules.length === 0) throw new Error(`esbuild wrote no module for ${name}`);
  const inputs = modules.flatMap(({ inputs: parts }) =>
    Object.entries(parts).map(([path, { bytesInOutput }]) => [path, bytesInOutput] as const),
  );
  const bytes = modules.reduce((sum, output) => sum + output.bytes, 0);
  return { name, directory, bytes, inputs: Object.fromEntries(inputs) };
};

/**
 * Bundles every function of the catalogue into `dist/functions/<name>/index.mjs`, an ES module for Node 22, minified; beside it
 * are the modules it imports, always or on demand, source maps, and the static files the function ships.
 * @param root absolute path of the repository.
 */
export const bundleFunctions = (catalog: readonly FunctionDefinition[], root: string): Promise<readonly Bundle[]> =>
  Promise.all(catalog.map((definition) => bundleOne(definition, root)));
