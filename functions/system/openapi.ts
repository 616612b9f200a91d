import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { OPENAPI_FILE } from './docs-files.ts';
import { shippedFile } from './shipped-file.ts';
import type { Paths } from './unmatched.ts';

type OpenApi = { readonly openapi: string; readonly paths: Paths } & { readonly [part: string]: unknown };

let known: OpenApi | undefined;

const inRepository = (): string => fileURLToPath(new URL('../../docs/openapi.json', import.meta.url));

/** @returns the API's description, read when it is first asked for: it is large, and health is asked for far more often. */
export const openApi = (): OpenApi => {
  known ??= JSON.parse(readFileSync(shippedFile(OPENAPI_FILE, inRepository), 'utf8')) as OpenApi;
  return known;
};
