import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** @returns the path of a static file: beside the bundle on Lambda, else where the repository has it. */
export const shippedFile = (name: string, inRepository: () => string): string => {
  const beside = join(dirname(fileURLToPath(import.meta.url)), name);
  return existsSync(beside) ? beside : inRepository();
};
