import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod';
import type { Secrets } from '../../../shared/notify/secrets.ts';

const SecretsSchema = z.record(z.string(), z.string());

const read = (path: string): Readonly<Record<string, string>> => {
  try {
    return SecretsSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
};

/** Written aside first, so that a killed process leaves the old or the new ones. */
const write = (path: string, secrets: Readonly<Record<string, string>>): void => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(`${path}.new`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${path}.new`, path);
};

/** @returns the secrets of a city in a file that its owner only may read: in the data directory, outside the database. */
export const createSecretFile = (path: string): Secrets => ({
  get: async (id) => read(path)[id],
  put: async (id, value) => write(path, { ...read(path), [id]: value }),
  remove: async (id) => {
    const { [id]: _gone, ...left } = read(path);
    write(path, left);
  },
});
