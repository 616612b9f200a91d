import * as z from 'zod';
import { type CellError, CellErrorSchema } from '../domain/import-job/cell-error.ts';
import type { FileStore } from '../files/file-store.ts';

/** Names of the files that belong to an import. */
export const importFiles = {
  /** As it was uploaded. */
  upload: (importId: string): string => `imports/${importId}/file`,
  part: (importId: string, part: number): string => `imports/${importId}/rows/${part}.json`,
  /** What was found wrong in a step; the step of reading is 0, that of checking a piece one more than the piece's number. */
  errors: (importId: string, step: number): string => `imports/${importId}/errors/${step}.json`,
  /** What of a piece the registry no longer took. */
  failures: (importId: string, part: number): string => `imports/${importId}/failures/${part}.json`,
} as const;

/** A piece of a file: rows that were read, and where they stood. */
const PartSchema = z.object({
  sheet: z.string(),
  /** For each column of the table, its position in the sheet, from 0. */
  positions: z.array(z.int()),
  rows: z.array(z.object({ number: z.int(), row: z.unknown() })),
});
export type Part = z.infer<typeof PartSchema>;

const putJson = (files: FileStore, name: string, value: unknown): Promise<void> =>
  files.put(name, new TextEncoder().encode(JSON.stringify(value)));

const getJson = async <T>(files: FileStore, name: string, schema: z.ZodType<T>): Promise<T | undefined> => {
  const bytes = await files.get(name);
  return bytes && schema.parse(JSON.parse(new TextDecoder().decode(bytes)));
};

export const putPart = (files: FileStore, importId: string, part: number, content: Part): Promise<void> =>
  putJson(files, importFiles.part(importId, part), content);

/** @throws Error when the piece is gone: files are kept for thirty days. */
export const getPart = async (files: FileStore, importId: string, part: number): Promise<Part> => {
  const found = await getJson(files, importFiles.part(importId, part), PartSchema);
  if (!found) throw new Error(`piece ${part} of the import ${importId} is gone`);
  return found;
};

/** Writes errors, if there are any. */
export const putErrors = async (files: FileStore, name: string, errors: readonly CellError[]): Promise<void> => {
  if (errors.length > 0) await putJson(files, name, errors);
};

/** @returns the errors of all these files, in their order. */
export const getErrors = async (files: FileStore, names: readonly string[]): Promise<readonly CellError[]> => {
  const found = await Promise.all(names.map((name) => getJson(files, name, z.array(CellErrorSchema))));
  return found.flatMap((errors) => errors ?? []);
};
