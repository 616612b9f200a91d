import type { ExecutingCell } from '../../shared/data/execute.ts';
import { SpreadsheetKindSchema } from '../../shared/domain/import-job/spreadsheet-kind.ts';
import { SPREADSHEET_TYPES } from '../../shared/http/routes/imports.ts';
import {
  type ExportQuery,
  spreadsheetRoutes as routes,
  type TableFormat,
  TableFormatSchema,
} from '../../shared/http/routes/spreadsheets.ts';
import { implement, type RouteOutput } from '../../shared/lambda/bound-route.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { TABLES } from '../../shared/spreadsheet/tables/index.ts';
import { headerOf, templateOf } from '../../shared/spreadsheet/template.ts';
import type { CsvEncoding, WrittenSheet } from '../../shared/spreadsheet/write-sheet.ts';
import { assertFilterable } from './assert-filterable.ts';
import { assertOnDuty } from './assert-on-duty.ts';
import { type ContactReading, exportEntries } from './export-entries.ts';

export type SpreadsheetsCell = HttpCell & ExecutingCell;

/** Templates change with a release only, seconds. */
const TEMPLATE_KEPT_SECONDS = 3600;

/** What writes is read at the first file, not at every start. */
const written = async (sheet: WrittenSheet, format: TableFormat, encoding: CsvEncoding): Promise<Uint8Array> => {
  const { writeCsv, writeXlsx } = await import('../../shared/spreadsheet/write-sheet.ts');
  return format === 'xlsx' ? writeXlsx(sheet) : writeCsv(sheet, encoding);
};

const contentTypeOf = (format: TableFormat, encoding: CsvEncoding): string =>
  format === 'xlsx' ? SPREADSHEET_TYPES.xlsx : `${SPREADSHEET_TYPES.csv}; charset=${encoding}`;

const template = async (file: string): Promise<RouteOutput<string>> => {
  const [name, extension] = file.split('.');
  const table = TABLES[SpreadsheetKindSchema.parse(name)];
  const format = TableFormatSchema.parse(extension);
  return {
    body: '',
    raw: {
      contentType: contentTypeOf(format, 'utf-8'),
      bytes: await written(templateOf(table), format, 'utf-8'),
      cacheSeconds: TEMPLATE_KEPT_SECONDS,
      fileName: `${table.name.zh}导入模板.${format}`,
    },
  };
};

/** Registries as tables: to be filled in, and as they are. */
export const createHandler = (cell: SpreadsheetsCell) => {
  const exported = async (
    kind: keyof typeof TABLES,
    query: ExportQuery,
    reading?: ContactReading,
  ): Promise<RouteOutput<string>> => {
    const table = TABLES[kind];
    assertFilterable(table, query);
    const { rows, nextCursor } = await exportEntries(cell, table, query, reading);
    const { format, encoding } = query;
    const sheet = { name: table.name.zh, header: table.columns.map(headerOf), rows };
    return {
      body: '',
      raw: {
        contentType: contentTypeOf(format, encoding),
        bytes: await written(sheet, format, encoding),
        cacheSeconds: 0,
        fileName: `${table.name.zh}-${cell.clock.now().slice(0, 10)}.${format}`,
        ...(nextCursor === undefined ? {} : { headers: { 'next-cursor': nextCursor } }),
      },
    };
  };
  return createHttpHandler(cell, [
    implement(routes.readTemplate, ({ params }) => template(params.file)),
    implement(routes.exportEntries, ({ params, query }) => exported(params.kind, query)),
    implement(routes.exportEntriesWithContacts, async ({ params, query, body, actor }) =>
      exported(params.kind, query, { actor, ...body, duty: await assertOnDuty(cell, actor) }),
    ),
  ]);
};
