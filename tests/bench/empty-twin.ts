import { join } from 'node:path';
import { build } from 'esbuild';
import type { Bundle } from '../../infra/bundles.ts';

/** What a function takes of one package of the SDK: its client, and the commands it sends. */
interface Taken {
  readonly name: string;
  readonly commands: readonly string[];
}

const CLIENT = /node_modules\/(@aws-sdk\/client-[\w-]+)\/dist-es\/(\w+Client)\.js$/;
const COMMAND = /node_modules\/(@aws-sdk\/client-[\w-]+)\/dist-es\/commands\/(\w+Command)\.js$/;

/** @returns the SDK's packages that are in a bundle, by name, each with its client's name and what is taken of it. */
const takenBy = ({ inputs }: Bundle): ReadonlyMap<string, Taken> => {
  const paths = Object.entries(inputs).flatMap(([path, bytes]) => (bytes > 0 ? [path] : []));
  const found = (pattern: RegExp) =>
    paths.flatMap((path) => [pattern.exec(path)?.slice(1) ?? []].filter(({ length }) => length));
  const commands = found(COMMAND);
  return new Map(
    found(CLIENT).map(([from = '', name = '']) => [
      from,
      { name, commands: commands.flatMap(([of, command]) => (of === from ? (command ?? []) : [])) },
    ]),
  );
};

export interface EmptyTwin {
  readonly path: string;
  readonly bytes: number;
  /** Packages of the SDK, by name. */
  readonly packages: readonly string[];
}

/**
 * Makes the twin of a function: a handler that does nothing, with the same SDK clients made and the same commands at hand, bundled
 * by esbuild as anybody would.
 */
export const emptyTwin = async (bundle: Bundle, folder: string): Promise<EmptyTwin> => {
  const taken = [...takenBy(bundle)];
  const outfile = join(folder, `${bundle.name}.mjs`);
  const contents = [
    ...taken.map(([from, { name, commands }]) => `import { ${[name, ...commands].join(', ')} } from '${from}';`),
    `export const clients = [${taken.map(([, { name }]) => `new ${name}()`).join(', ')}];`,
    `export const commands = [${taken.flatMap(([, { commands }]) => commands).join(', ')}];`,
    'export const handler = async () => undefined;',
  ].join('\n');
  const { metafile } = await build({
    stdin: { contents, resolveDir: process.cwd(), loader: 'js' },
    outfile,
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
  return { path: outfile, bytes: output?.bytes ?? 0, packages: taken.map(([from]) => from) };
};
