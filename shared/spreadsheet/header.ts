import type { Column } from './column.ts';
import { FileProblem } from './file-problem.ts';
import type { Sheet } from './sheet.ts';

/** How far down the header may stand: offices like titles above their tables. */
const SEARCHED_ROWS = 10;

/** Headers of required columns carry an asterisk. */
const normal = (header: string): string => header.normalize('NFKC').replace(/[*\s]/g, '').toLowerCase();

const names = ({ header: { zh, en } }: Column, text: string): boolean =>
  [zh, en].some((name) => normal(name) === normal(text));

/** @returns whether a row is a remark: whoever keeps the file wrote # before it. */
export const isRemark = (row: readonly string[]): boolean => /^[#＃]/.test((row[0] ?? '').trim());

/** Where a table stands in a sheet. */
export interface HeaderPlace {
  /** Of the header, from 0. */
  readonly row: number;
  /** For each column of the table, its position in the sheet, from 0. */
  readonly positions: readonly number[];
  /** How many columns of the sheet have a header. */
  readonly width: number;
}

/**
 * Finds the header: all columns must be there, in any order, by their Chinese or English names.
 * @throws FileProblem naming what is missing, unknown or there twice.
 */
export const findHeader = ({ rows }: Sheet, columns: readonly Column[]): HeaderPlace => {
  const known = (text: string): boolean => columns.some((column) => names(column, text));
  const counts = rows.slice(0, SEARCHED_ROWS).map((row) => row.filter(known).length);
  const row = counts.indexOf(Math.max(...counts, 1));
  const header = rows[row];
  if (!header)
    throw new FileProblem({
      zh: `找不到表头，请使用模板；应有的列：${columns.map((column) => column.header.zh).join('、')}`,
      en: `There is no header; use the template. Its columns: ${columns.map((column) => column.header.en).join(', ')}`,
    });
  const positions = columns.map((column) => header.findIndex((text) => names(column, text)));
  complain(
    '缺少列',
    'Columns are missing',
    columns.filter((_, n) => positions[n] === -1),
  );
  complain(
    '列重复',
    'Columns are there twice',
    columns.filter((column) => header.filter((text) => names(column, text)).length > 1),
  );
  const unknown = header.filter((text) => text.trim() !== '' && !known(text));
  complain(
    '多出未知的列',
    'There are unknown columns',
    unknown.map((text) => ({ header: { zh: text, en: text } })),
  );
  return { row, positions, width: header.length };
};

const complain = (zh: string, en: string, columns: readonly Pick<Column, 'header'>[]): void => {
  if (columns.length === 0) return;
  throw new FileProblem({
    zh: `表头有误，${zh}：${columns.map(({ header }) => header.zh).join('、')}`,
    en: `The header is wrong. ${en}: ${columns.map(({ header }) => header.en).join(', ')}`,
  });
};
