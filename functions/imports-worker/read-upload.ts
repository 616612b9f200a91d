import { createHash } from 'node:crypto';
import { FIRST_ERRORS } from '../../shared/domain/import-job/cell-error.ts';
import type { ImportJobCommand } from '../../shared/domain/import-job/import-job-commands.ts';
import type { ImportJobIn } from '../../shared/domain/import-job/import-job-state.ts';
import { FileProblem } from '../../shared/spreadsheet/file-problem.ts';
import { importFiles, putErrors, putPart } from '../../shared/spreadsheet/import-files.ts';
import { readSheet } from '../../shared/spreadsheet/read-sheet.ts';
import { readTable, type TableReading } from '../../shared/spreadsheet/read-table.ts';
import { TABLES } from '../../shared/spreadsheet/tables/index.ts';
import type { WorkerCell } from './worker-cell.ts';

/** Rows of a piece: what is checked or applied between two looks at the clock. */
const PART_ROWS = 500;
/** Errors that are kept; all are counted. */
const KEPT_ERRORS = 10_000;

/** Reads an uploaded file once, and puts its rows aside in pieces, so that each later step reads its own piece only. */
export const readUpload = async (cell: WorkerCell, job: ImportJobIn<'reading'>): Promise<ImportJobCommand> => {
  try {
    return await read(cell, job);
  } catch (error) {
    if (error instanceof FileProblem) return { type: 'refuse-file', problem: error.reason };
    throw error;
  }
};

const read = async ({ files }: WorkerCell, { id, kind }: ImportJobIn<'reading'>): Promise<ImportJobCommand> => {
  const bytes = await files.get(importFiles.upload(id));
  if (!bytes) throw new FileProblem({ zh: '文件已不在，请重新上传', en: 'The file is gone; upload it again' });
  const table = TABLES[kind];
  const sheet = await readSheet(bytes, [table.name.zh, table.name.en]);
  const reading = await readTable(table, sheet);
  const parts = await putParts(files, id, sheet.name, reading);
  await putErrors(files, importFiles.errors(id, 0), reading.errors.slice(0, KEPT_ERRORS));
  return {
    type: 'note-file',
    file: { digest: createHash('sha256').update(bytes).digest('base64url'), rows: reading.count, parts },
    errors: reading.errors.length,
    firstErrors: reading.errors.slice(0, FIRST_ERRORS),
  };
};

/** @returns how many pieces there are. */
const putParts = async (
  files: WorkerCell['files'],
  id: string,
  sheet: string,
  { rows, positions }: TableReading,
): Promise<number> => {
  const parts = Math.ceil(rows.length / PART_ROWS);
  for (let part = 0; part < parts; part += 1) {
    const some = rows.slice(part * PART_ROWS, (part + 1) * PART_ROWS);
    await putPart(files, id, part, { sheet, positions: [...positions], rows: some });
  }
  return parts;
};
