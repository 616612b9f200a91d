import { setImmediate as breathe } from 'node:timers/promises';
import type { CellError } from '../domain/import-job/cell-error.ts';
import { MAXIMUM_ROWS } from '../domain/import-job/import-job-state.ts';
import type { Text } from '../domain/kernel/text.ts';
import { naturalKey } from '../domain/registry/natural-key.ts';
import { FileProblem } from './file-problem.ts';
import { findHeader, type HeaderPlace, isRemark } from './header.ts';
import { armed } from './injection.ts';
import { cellAddress, type Sheet } from './sheet.ts';
import { type AnyRegistryTable, type ColumnProblem, columnAt, readRow } from './table.ts';

/** A row of a file, read; what is kept of it until it is applied. */
export interface ReadRow {
  /** As the spreadsheet program counts. */
  readonly number: number;
  readonly row: unknown;
}

/** What became of a file. */
export interface TableReading {
  /** Rows that hold an entry, right or wrong. */
  readonly count: number;
  readonly rows: readonly ReadRow[];
  readonly errors: readonly CellError[];
  /** For each column of the table, its position in the sheet, from 0. */
  readonly positions: readonly number[];
}

/** Rows that are read before whoever else waits for the processor gets it. */
const ROWS_AT_A_TIME = 200;

const SURPLUS: Text = {
  zh: '该列没有表头，请检查分隔符或删去多余内容',
  en: 'there is no header over this cell; look at the separators, or delete what is too much',
};

const isEmpty = (row: readonly string[]): boolean => row.every((text) => text.trim() === '');

/** Characters of a cell that are repeated where it is wrong. */
const SHOWN_CHARACTERS = 100;

const shortened = (text: string): string =>
  text.length > SHOWN_CHARACTERS ? `${[...text].slice(0, SHOWN_CHARACTERS / 2).join('')}…` : text;

/** @returns the property that repeats what stands in a cell, if it may be repeated. */
const repeated = (text: string | undefined, personal = false): Pick<CellError, 'value'> =>
  personal || text === undefined || text.trim() === '' ? {} : { value: shortened(text.trim()) };

/**
 * @param place where the row is, and what stands in its cells, in the order of the table's columns.
 * @returns the error of a cell, or of a row's key where no one cell is to blame.
 */
export const cellError = (
  { columns }: Pick<AnyRegistryTable, 'columns'>,
  place: {
    readonly sheet: string;
    readonly number: number;
    readonly positions: readonly number[];
    readonly texts: readonly string[];
  },
  { column, reason }: ColumnProblem,
): CellError => ({
  sheet: place.sheet,
  row: place.number,
  column: columns[column]?.header.zh ?? '',
  cell: cellAddress(place.number - 1, place.positions[column] ?? 0),
  ...repeated(place.texts[column], columns[column]?.cell.personal),
  reason,
});

/** @returns the rows of a sheet that hold entries, with their numbers. */
const entriesBelow = ({ rows }: Sheet, { row: header }: HeaderPlace) => {
  const entries = rows
    .map((texts, n) => ({ texts, number: n + 1 }))
    .filter(({ texts, number }) => number > header + 1 && !isEmpty(texts) && !isRemark(texts));
  if (entries.length === 0) throw new FileProblem({ zh: '表头下没有数据行', en: 'There are no rows below the header' });
  if (entries.length > MAXIMUM_ROWS)
    throw new FileProblem({
      zh: `有 ${entries.length} 行，一个文件最多 ${MAXIMUM_ROWS} 行，请拆分`,
      en: `There are ${entries.length} rows; a file may have ${MAXIMUM_ROWS}, so split it`,
    });
  return entries;
};

/** What is wrong with a row before its texts are read. */
const unusableCells = (
  sheet: Sheet,
  place: HeaderPlace,
  number: number,
  texts: readonly string[],
): readonly CellError[] => {
  const at = (position: number, column: string, reason: Text): CellError => ({
    sheet: sheet.name,
    row: number,
    column,
    cell: cellAddress(number - 1, position),
    reason,
  });
  const header = sheet.rows[place.row] ?? [];
  const positions = [...Array(Math.max(place.width, texts.length)).keys()];
  return positions.flatMap((position) => {
    const reason = sheet.forbidden.get(cellAddress(number - 1, position));
    if (reason) return [at(position, header[position] ?? '', reason)];
    return position >= place.width && texts[position]?.trim() ? [at(position, '', SURPLUS)] : [];
  });
};

const duplicate = (number: number): Text => ({ zh: `与第 ${number} 行重复`, en: `the same as row ${number}` });

/**
 * Reads a sheet as a table: every cell of every row, so that all that is wrong is known at once.
 * @throws FileProblem when it is no such table.
 */
export const readTable = async (table: AnyRegistryTable, sheet: Sheet): Promise<TableReading> => {
  const header = findHeader(sheet, table.columns);
  const { positions } = header;
  const entries = entriesBelow(sheet, header);
  const rows: ReadRow[] = [];
  const errors: CellError[] = [];
  const seen = new Map<string, number>();
  for (const [n, { texts, number }] of entries.entries()) {
    if (n % ROWS_AT_A_TIME === 0) await breathe();
    const written = positions.map((position) => armed(texts[position]?.trim() ?? ''));
    const place = { sheet: sheet.name, number, positions, texts: written };
    const unusable = unusableCells(sheet, header, number, texts);
    const reading = readRow(table, written);
    errors.push(...unusable, ...(reading.problems ?? []).map((problem) => cellError(table, place, problem)));
    if (reading.problems) continue;
    const key = naturalKey(...table.keyOf(reading.row));
    const before = seen.get(key);
    if (before === undefined) seen.set(key, number);
    else errors.push(cellError(table, place, { column: columnAt(table.columns, ['name']), reason: duplicate(before) }));
    if (before === undefined && unusable.length === 0) rows.push({ number, row: reading.row });
  }
  return { count: entries.length, rows, errors, positions };
};
