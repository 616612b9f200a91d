import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { FunctionDefinition } from '../functions/catalog-types.ts';

/** Where bundles are put, from the root of the repository. */
export const BUNDLES_DIRECTORY = 'dist/functions';

/** One function as it is shipped. */
export interface Bundle {
  readonly name: string;
  readonly directory: string;
  /** Size of the module, bytes; source map and assets do not count: they are not read at start. */
  readonly bytes: number;
  /** What the module is made of: bytes that each input file contributes. */
  readonly inputs: Readonly<Record<string, number>>;
}

/** CommonJS packages in an ES module still ask for `require`. */
const REQUIRE_BANNER =
  "import { createRequire as createRequireOf } from 'node:module'; const require = createRequireOf(import.meta.url);";

/** Packages that a bundle has something smaller for. */
const ALIASES = {
  '@aws-sdk/credential-provider-node': fileURLToPath(new URL('./lambda-credentials.ts', import.meta.url)),
};

const bundleOne = async ({ name, assets = [] }: FunctionDefinition, root: string): Promise<Bundle> => {
  const directory = join(root, BUNDLES_DIRECTORY, name);
  await rm(directory, { recursive: true, force: true });
  const outfile = join(directory, 'index.mjs');
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [join('functions', name, 'index.ts')],
    outfile,
    bundle: true,
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
  const output = Object.entries(metafile.outputs).find(([path]) => path.endsWith('index.mjs'))?.[1];
  if (output === undefined) throw new Error(`esbuild wrote no module for ${name}`);
  const inputs = Object.entries(output.inputs).map(([path, { bytesInOutput }]) => [path, bytesInOutput] as const);
  return { name, directory, bytes: output.bytes, inputs: Object.fromEntries(inputs) };
};

/**
 * Bundles every function of the catalogue into `dist/functions/<name>/index.mjs`: one ES module for Node 22, minified, with
 * everything it needs inside, a source map, and the static files the function ships.
 * @param root absolute path of the repository.
 */
export const bundleFunctions = (catalog: readonly FunctionDefinition[], root: string): Promise<readonly Bundle[]> =>
  Promise.all(catalog.map((definition) => bundleOne(definition, root)));
