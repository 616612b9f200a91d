import type { Column } from './column.ts';
import type { AnyRegistryTable } from './table.ts';
import type { WrittenSheet } from './write-sheet.ts';

/** Before rows that are no entries: notes and examples. */
const REMARK = '#';

/** @returns what stands over a column: its name, with an asterisk where an entry cannot be without it. */
export const headerOf = ({ header: { zh }, required }: Column): string => (required ? `${zh}*` : zh);

const noteOf = ({ cell: { notation }, note, required }: Column): string =>
  [required ? '必填' : '选填', notation.zh, ...(note ? [note.zh] : [])].join('；');

/** @returns the text as a remark's first cell. */
const asRemark = ([first = '', ...rest]: readonly string[]): readonly string[] => [`${REMARK}${first}`, ...rest];

/** @returns a table to be filled in: the header, what to know of each column, and an example; both are skipped when it comes back. */
export const templateOf = ({ name, columns }: AnyRegistryTable): WrittenSheet => ({
  name: name.zh,
  header: columns.map(headerOf),
  remarks: [columns.map(noteOf), columns.map(({ example }) => example)].map(asRemark),
  rows: [],
});
