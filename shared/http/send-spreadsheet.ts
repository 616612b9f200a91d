import type { SpreadsheetKind } from '../domain/import-job/spreadsheet-kind.ts';
import type { Client } from './client.ts';
import { importRoutes } from './routes/imports.ts';

/** A file that is to be imported. */
export interface SpreadsheetFile {
  readonly kind: SpreadsheetKind;
  readonly fileName: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Where a city's API is, without a slash at its end, and what carries files to it. */
export interface Carrier {
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
}

/** The place that was given for a file did not take it. */
export class NotUploaded extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`the upload was answered ${status}`);
    this.name = 'NotUploaded';
    this.status = status;
  }
}

/**
 * Sends a file in, of whatever size, and has it checked: a dry run, after which it may be applied.
 * @param onOpened told the import's id as soon as there is one.
 * @returns the id of the import.
 * @throws NotUploaded, and what the client throws.
 */
export const sendSpreadsheet = async (
  client: Client,
  { baseUrl, fetch }: Carrier,
  { kind, fileName, bytes }: SpreadsheetFile,
  onOpened: (importId: string) => void = () => undefined,
): Promise<string> => {
  const { body } = await client.call(importRoutes.openImport, { body: { kind, fileName, size: bytes.byteLength } });
  const { importId, upload } = body;
  if (!upload) throw new Error(`import ${importId} has no address to upload to`);
  onOpened(importId);
  const url = new URL(upload.url, `${baseUrl}/`).href;
  const { ok, status } = await fetch(url, { method: 'PUT', headers: upload.headers, body: bytes });
  if (!ok) throw new NotUploaded(status);
  await client.call(importRoutes.checkImport, { params: { importId } });
  return importId;
};
