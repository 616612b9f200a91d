import type { CellError } from '../../shared/domain/import-job/cell-error.ts';
import type { ImportJobState } from '../../shared/domain/import-job/import-job-state.ts';
import type { Language } from '../../shared/domain/kernel/text.ts';
import { fromCursor, toCursor } from '../../shared/http/cursor.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { getErrors, importFiles } from '../../shared/spreadsheet/import-files.ts';

type Files = Pick<Cell, 'files'>;

/** The files that hold what is wrong with an import: while it is checked those of the check, afterwards those of the application. */
const namesOf = (job: ImportJobState): readonly string[] => {
  if (!('file' in job) || !job.file) return [];
  const parts = [...Array(job.file.parts).keys()];
  return job.status === 'applying' || job.status === 'done'
    ? parts.map((part) => importFiles.failures(job.id, part))
    : [0, ...parts.map((part) => part + 1)].map((step) => importFiles.errors(job.id, step));
};

/** @returns all that is wrong with an import, in the order in which it was found. */
const errorsOf = ({ files }: Files, job: ImportJobState): Promise<readonly CellError[]> =>
  getErrors(files, namesOf(job));

/** A page of what is wrong with an import. */
export const listErrors = async (
  cell: Files,
  job: ImportJobState,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<{ items: CellError[]; nextCursor?: string }> => {
  const errors = await errorsOf(cell, job);
  const start = Number(fromCursor(cursor) ?? 0) || 0;
  const items = errors.slice(start, start + limit);
  return start + limit < errors.length ? { items, nextCursor: toCursor(String(start + limit)) } : { items };
};

const HEADERS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['工作表', '行', '列', '单元格', '内容', '原因'],
  en: ['Sheet', 'Row', 'Column', 'Cell', 'Value', 'Reason'],
};

/** @returns all that is wrong with an import as CSV, for whoever keeps the file. */
export const errorsFile = async (cell: Files, job: ImportJobState, language: Language): Promise<Uint8Array> => {
  const errors = await errorsOf(cell, job);
  // Read at the first download, not at every start.
  const { writeCsv } = await import('../../shared/spreadsheet/write-sheet.ts');
  const rows = errors.map(({ sheet, row, column, cell: address, value = '', reason }) => [
    ...[sheet, String(row), column, address, value],
    reason[language],
  ]);
  return writeCsv({ name: job.fileName, header: HEADERS[language], rows }, 'utf-8');
};
