import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DAY_MS } from '../../../shared/domain/kernel/instant.ts';
import { FILES_KEPT_DAYS, type FileStore } from '../../../shared/files/file-store.ts';
import type { UploadAddresses } from './upload-addresses.ts';

export interface LocalFileStoreOptions {
  readonly directory: string;
  readonly city: string;
  readonly addresses: UploadAddresses;
  readonly newId: () => string;
}

const unlessMissing = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

/** Names as the service makes them; nothing that leads out of the directory. */
const NAME = /^[\w-]+(\/[\w-]+(\.\w+)?)*$/;

/** @returns the files of a city, each a file below the directory. */
export const createLocalFileStore = ({ directory, city, addresses, newId }: LocalFileStoreOptions): FileStore => {
  const pathOf = (name: string): string => {
    if (!NAME.test(name)) throw new RangeError(`"${name}" is no name of a file`);
    return join(directory, city, name);
  };
  return {
    put: async (name, bytes) => {
      const path = pathOf(name);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      // Whole or not at all, whatever happens to this process.
      const unfinished = `${path}.${newId()}`;
      await writeFile(unfinished, bytes);
      await rename(unfinished, path);
    },
    get: async (name) => unlessMissing(readFile(pathOf(name))),
    size: async (name) => (await unlessMissing(stat(pathOf(name))))?.size,
    delete: async (name) => rm(pathOf(name), { force: true }),
    uploadAddress: async (name, size) => addresses.issue(city, name, size),
  };
};

/** Forgets what is too old to be kept, as a bucket does by its lifecycle. @param now milliseconds since 1970. */
export const forgetOldFiles = async (directory: string, now: number): Promise<void> => {
  const entries = await unlessMissing(readdir(directory, { recursive: true, withFileTypes: true }));
  for (const entry of entries?.filter((each) => each.isFile()) ?? []) {
    const path = join(entry.parentPath, entry.name);
    const age = now - ((await unlessMissing(stat(path)))?.mtimeMs ?? now);
    if (age > FILES_KEPT_DAYS * DAY_MS) await rm(path, { force: true });
  }
};
