import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockInstance } from './instance-lock.ts';

/** Where a runtime keeps its keys, its log and, unless it is temporary, its data. */
export interface DataDirectory {
  readonly path: string;
  /** Folder of the database; absent where data is kept in memory. */
  readonly database?: string;
  release(): Promise<void>;
}

/** @returns a directory that is gone when released. */
const temporary = (): DataDirectory => {
  const path = mkdtempSync(join(tmpdir(), 'shouwang-'));
  return { path, release: async () => rmSync(path, { recursive: true, force: true }) };
};

/**
 * Takes a data directory for this process alone, made if it is not there, readable for its owner only; or a temporary one.
 * @throws StartupError when another process uses it.
 */
export const openDataDirectory = async (path: string | undefined): Promise<DataDirectory> => {
  if (path === undefined) return temporary();
  await mkdir(path, { recursive: true, mode: 0o700 });
  const lock = await lockInstance(path);
  return { path, database: path, release: lock.release };
};
