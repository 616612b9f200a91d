import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where the page is built to, as plain static files. */
export const CONSOLE_FILES = join(ROOT, 'dist', 'console');

/** What it was built of, beside it. */
const NOTE = join(ROOT, 'dist', 'console.digest');

/** All that goes into it: its own source, the contracts and words of the domain, and which packages. */
const SOURCES = ['console', 'shared', 'package-lock.json'];

const filesIn = (path: string): readonly string[] =>
  path.endsWith('.json')
    ? [path]
    : readdirSync(join(ROOT, path), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length))
        .sort();

const digestOfSources = (): string => {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesIn)) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
};

const noted = (): string | undefined => {
  try {
    return readFileSync(NOTE, 'utf8');
  } catch {
    return undefined;
  }
};

/**
 * Builds the page if it was never built, or of something else than what is here now.
 * @param onBuild called before it is built, which takes some seconds.
 * @returns the folder it is in.
 */
export const freshConsole = async (onBuild: () => void = () => undefined): Promise<string> => {
  const digest = digestOfSources();
  if (noted() === digest) return CONSOLE_FILES;
  onBuild();
  const { buildConsole } = await import('./build-console.ts');
  const fresh = `${CONSOLE_FILES}-${process.pid}`;
  await buildConsole(fresh);
  rmSync(CONSOLE_FILES, { recursive: true, force: true });
  renameSync(fresh, CONSOLE_FILES);
  writeFileSync(NOTE, digest);
  return CONSOLE_FILES;
};
