import { describe, expect, it } from 'vitest';
import { SpreadsheetKindSchema } from '../../../shared/domain/import-job/spreadsheet-kind.ts';
import { readSheet } from '../../../shared/spreadsheet/read-sheet.ts';
import { readTable } from '../../../shared/spreadsheet/read-table.ts';
import { readRow, writeRow } from '../../../shared/spreadsheet/table.ts';
import { TABLES } from '../../../shared/spreadsheet/tables/index.ts';
import { headerOf, templateOf } from '../../../shared/spreadsheet/template.ts';
import { writeCsv, writeXlsx } from '../../../shared/spreadsheet/write-sheet.ts';
import { fullRows } from '../../builders/spreadsheet-rows.ts';

describe.each(SpreadsheetKindSchema.options)('the table of kind %s', (kind) => {
  const table = TABLES[kind];

  it('names every column once, in both languages', () => {
    for (const language of ['zh', 'en'] as const) {
      const headers = table.columns.map(({ header }) => header[language]);
      expect(new Set(headers).size).toBe(headers.length);
    }
  });

  it('reads what it writes', () => {
    const row = fullRows()[kind];
    expect(readRow(table, writeRow(table.columns, row))).toEqual({ row });
  });

  it('shows an example that can be imported', () => {
    const reading = readRow(
      table,
      table.columns.map(({ example }) => example),
    );
    expect(reading.problems).toBeUndefined();
  });

  it('says of an empty row every column that must be filled in', () => {
    const { problems = [] } = readRow(table, []);
    const required = table.columns.flatMap((column, n) => (column.required ? [n] : []));
    expect(problems.map(({ column }) => column)).toEqual(expect.arrayContaining(required));
  });

  it.each([
    ['XLSX', writeXlsx],
    ['CSV in UTF-8', (sheet: Parameters<typeof writeCsv>[0]) => writeCsv(sheet, 'utf-8')],
    ['CSV in GB18030', (sheet: Parameters<typeof writeCsv>[0]) => writeCsv(sheet, 'gb18030')],
  ] as const)('goes out and in again as %s, its template with it', async (_, write) => {
    const row = fullRows()[kind];
    const sheet = { ...templateOf(table), header: table.columns.map(headerOf), rows: [writeRow(table.columns, row)] };
    const read = await readTable(table, await readSheet(await write(sheet), [table.name.zh]));
    expect(read).toMatchObject({ count: 1, errors: [], rows: [{ number: 4, row }] });
  });
});
