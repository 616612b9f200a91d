import { SPREADSHEET_TYPES } from '../http/routes/imports.ts';
import type { TableFormat } from '../http/routes/spreadsheets.ts';
import type { CsvEncoding, WrittenSheet } from '../spreadsheet/write-sheet.ts';
import type { RouteOutput } from './bound-route.ts';

/** How a table is answered as a file. */
export interface SheetFile {
  readonly format: TableFormat;
  readonly encoding: CsvEncoding;
  /** As what it is saved. */
  readonly fileName: string;
  /** Default: nobody is to keep it. */
  readonly cacheSeconds?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What writes is read at the first file, not at every start. */
const bytesOf = async (sheet: WrittenSheet, { format, encoding }: SheetFile): Promise<Uint8Array> => {
  const { writeCsv, writeXlsx } = await import('../spreadsheet/write-sheet.ts');
  return format === 'xlsx' ? writeXlsx(sheet) : writeCsv(sheet, encoding);
};

/** @returns a table as the body of an answer. */
export const writtenSheet = async (sheet: WrittenSheet, file: SheetFile): Promise<RouteOutput<string>> => {
  const { format, encoding, fileName, cacheSeconds = 0, headers } = file;
  const contentType = format === 'xlsx' ? SPREADSHEET_TYPES.xlsx : `${SPREADSHEET_TYPES.csv}; charset=${encoding}`;
  const bytes = await bytesOf(sheet, file);
  return { body: '', raw: { contentType, bytes, cacheSeconds, fileName, ...(headers && { headers }) } };
};
