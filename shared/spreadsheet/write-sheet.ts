import { setImmediate as breathe } from 'node:timers/promises';
import iconv from 'iconv-lite';
import writeXlsxFile from 'write-excel-file/node';
import { disarmed } from './injection.ts';

/** Encodings offices save CSV in. */
export type CsvEncoding = 'utf-8' | 'gb18030';

/** A sheet to be written: texts only, the header first. */
export interface WrittenSheet {
  readonly name: string;
  readonly header: readonly string[];
  /** Rows between header and entries that imports skip; written as they are. */
  readonly remarks?: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
}

const ROWS_AT_A_TIME = 500;
const LINE_END = '\r\n';
const BYTE_ORDER_MARK = '\uFEFF';

const csvCell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csvLine = (cells: readonly string[]): string => cells.map(csvCell).join(',');

/** @returns the sheet as CSV (RFC 4180); UTF-8 with a byte order mark, without which Excel takes it for something else. */
export const writeCsv = async (
  { header, remarks = [], rows }: WrittenSheet,
  encoding: CsvEncoding,
): Promise<Uint8Array> => {
  const lines = [header, ...remarks].map(csvLine);
  for (const [n, row] of rows.entries()) {
    if (n % ROWS_AT_A_TIME === 0) await breathe();
    lines.push(csvLine(row.map(disarmed)));
  }
  const text = lines.join(LINE_END) + LINE_END;
  return encoding === 'utf-8' ? Buffer.from(BYTE_ORDER_MARK + text) : iconv.encode(text, 'gb18030');
};

const WIDTH = 18;

/** @returns the sheet as a workbook, its header in sight while one scrolls. */
export const writeXlsx = async ({ name, header, remarks = [], rows }: WrittenSheet): Promise<Uint8Array> => {
  const bold = header.map((value) => ({ value, type: String, fontWeight: 'bold' as const }));
  const cells = [...remarks, ...rows.map((row) => row.map(disarmed))].map((row) =>
    row.map((value) => (value === '' ? null : { value, type: String })),
  );
  const options = { sheet: name, stickyRowsCount: 1, columns: header.map(() => ({ width: WIDTH })) };
  return (await writeXlsxFile([bold, ...cells], options)).toBuffer();
};
