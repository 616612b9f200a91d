import { setTimeout as pause } from 'node:timers/promises';
import type { SpreadsheetKind } from '../domain/import-job/spreadsheet-kind.ts';
import { type Client, UnexpectedAnswer } from './client.ts';
import { importRoutes } from './routes/imports.ts';
import type { ImportJobView } from './views/import-job.ts';

/** A file to be brought into a city's registry. */
export interface FileToImport {
  readonly kind: SpreadsheetKind;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

export interface ImportOptions {
  /** Told whenever something may have changed. */
  readonly onProgress?: (job: ImportJobView) => void;
  /** Only checks the file; the import is then left as it is, ready to be applied or rejected. */
  readonly checkOnly?: boolean;
  readonly fetch?: typeof globalThis.fetch;
}

/** How often an import under way is looked at, milliseconds. */
const POLL_MS = 250;

const AT_WORK: readonly ImportJobView['status'][] = ['reading', 'checking', 'applying'];

/**
 * Brings a spreadsheet into a registry: uploads it, has it checked and, when nothing is wrong, applied.
 * @returns the import at its end: `done`, `rejected` with the errors, or `ready` when it was only to be checked.
 * @throws ProblemAnswer when the API refuses; UnexpectedAnswer when the file could not be uploaded.
 */
export const importFile = async (
  client: Client,
  { kind, fileName, bytes }: FileToImport,
  { onProgress = () => undefined, checkOnly = false, fetch = globalThis.fetch }: ImportOptions = {},
): Promise<ImportJobView> => {
  const { body: opened } = await client.call(importRoutes.openImport, {
    body: { kind, fileName, size: bytes.byteLength },
  });
  const { importId, upload } = opened;
  const params = { importId };
  if (!upload) throw new Error('the import was opened without an address to upload to');
  const put = await fetch(upload.url, { method: 'PUT', headers: upload.headers, body: new Uint8Array(bytes) });
  if (!put.ok) throw new UnexpectedAnswer('uploading the file', put.status, await put.text());
  await client.call(importRoutes.checkImport, { params });
  const checked = await settled(client, importId, onProgress);
  if (checkOnly || checked.status !== 'ready') return checked;
  await client.call(importRoutes.applyImport, { params, body: { digest: checked.digest ?? '' } });
  return settled(client, importId, onProgress);
};

/** Looks at an import until nothing more comes of it by itself. */
const settled = async (
  client: Client,
  importId: string,
  onProgress: (job: ImportJobView) => void,
): Promise<ImportJobView> => {
  for (;;) {
    const { body } = await client.call(importRoutes.readImport, { params: { importId } });
    onProgress(body);
    if (!AT_WORK.includes(body.status)) return body;
    await pause(POLL_MS);
  }
};
