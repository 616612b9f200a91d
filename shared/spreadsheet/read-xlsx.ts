import readWorkbook from 'read-excel-file/node';
import type { Text } from '../domain/kernel/text.ts';
import { FileProblem } from './file-problem.ts';
import type { Sheet } from './sheet.ts';
import { assertModest, entriesOf, notAWorkbook } from './zip.ts';

const FORMULA: Text = { zh: '单元格不得为公式，请粘贴为数值', en: 'a formula; paste the value in its place' };
const MERGED: Text = { zh: '单元格不得合并，请取消合并', en: 'a merged cell; unmerge it' };

/** A formula's cell: `f` comes before the value. */
const FORMULA_CELL = /<c\s[^>]*?\br="([A-Z]{1,3}\d{1,7})"[^>]*>\s*<f[\s>/]/g;
const MERGED_CELLS = /<mergeCell\s[^>]*?\bref="([A-Z]{1,3}\d{1,7}):/g;

const RELATIONS = /^xl\/_rels\/workbook\.xml\.rels$/;
const WORKBOOK = /^xl\/workbook\.xml$/;
const WORKSHEETS = /^xl\/worksheets\/[^/]+\.xml$/;

const attribute = (tag: string, name: string): string => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
const only = (entries: ReadonlyMap<string, string>): string => [...entries.values()][0] ?? '';

/** @returns the name, within the archive, of the sheet at a position of the workbook. */
const entryOf = (bytes: Uint8Array, position: number): string => {
  const sheets = only(entriesOf(bytes, WORKBOOK)).match(/<sheet\s[^>]*>/g) ?? [];
  const id = attribute(sheets[position] ?? '', 'r:id');
  const relations = only(entriesOf(bytes, RELATIONS)).match(/<Relationship\s[^>]*>/g) ?? [];
  const target = attribute(relations.find((each) => attribute(each, 'Id') === id) ?? '', 'Target');
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
};

/** @returns the cells of a sheet, by their address, that hold what is not to be taken for a value. */
const forbiddenCells = (bytes: Uint8Array, position: number): ReadonlyMap<string, Text> => {
  const xml = entriesOf(bytes, WORKSHEETS).get(entryOf(bytes, position)) ?? '';
  const found = (pattern: RegExp, reason: Text) =>
    [...xml.matchAll(pattern)].map(([, address = '']): [string, Text] => [address, reason]);
  return new Map([...found(FORMULA_CELL, FORMULA), ...found(MERGED_CELLS, MERGED)]);
};

/** @returns the date as it stands in the cell, which knows no time zone. */
const dateText = (date: Date): string =>
  Number.isNaN(date.getTime())
    ? ''
    : date
        .toISOString()
        .replace('T', ' ')
        .slice(0, 19)
        .replace(/ 00:00:00$/, '');

const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'boolean') return value ? '是' : '否';
  return String(value);
};

const hasContent = ({ data }: { readonly data: readonly (readonly unknown[])[] }): boolean =>
  data.some((row) => row.some((value) => value !== null && value !== ''));

const opened = async (bytes: Uint8Array) => {
  assertModest(bytes);
  try {
    // Files hold 0.1 as 0.10000000000000001.
    return await readWorkbook(Buffer.from(bytes), { parseNumber: (text) => String(Number(text)), trim: true });
  } catch (error) {
    throw notAWorkbook(error);
  }
};

/**
 * Reads a workbook (ECMA-376): numbers as people write them, dates as the cell shows them.
 * @param prefer the names of the sheet to read where several have content.
 * @throws FileProblem
 */
export const readXlsx = async (bytes: Uint8Array, prefer: readonly string[]): Promise<Sheet> => {
  const sheets = await opened(bytes);
  const filled = sheets.filter(hasContent);
  if (filled.length === 0) throw new FileProblem({ zh: '工作簿是空的', en: 'The workbook is empty' });
  const sheet = filled.length === 1 ? filled[0] : filled.find(({ sheet: name }) => prefer.includes(name));
  if (!sheet)
    throw new FileProblem({
      zh: `工作簿有多个工作表，但没有名为“${prefer.join('”或“')}”的`,
      en: `The workbook has several sheets, and none is called ${prefer.join(' or ')}`,
    });
  return {
    name: sheet.sheet,
    rows: sheet.data.map((row) => row.map(textOf)),
    forbidden: forbiddenCells(bytes, sheets.indexOf(sheet)),
  };
};
