import type { ExecutingCell } from '../../shared/data/execute.ts';
import { SpreadsheetKindSchema } from '../../shared/domain/import-job/spreadsheet-kind.ts';
import {
  type ExportQuery,
  spreadsheetRoutes as routes,
  TableFormatSchema,
} from '../../shared/http/routes/spreadsheets.ts';
import { implement, type RouteOutput } from '../../shared/lambda/bound-route.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { writtenSheet } from '../../shared/lambda/written-sheet.ts';
import { TABLES } from '../../shared/spreadsheet/tables/index.ts';
import { headerOf, templateOf } from '../../shared/spreadsheet/template.ts';
import { assertFilterable } from './assert-filterable.ts';
import { assertOnDuty } from './assert-on-duty.ts';
import { type ContactReading, exportEntries } from './export-entries.ts';

export type SpreadsheetsCell = HttpCell & ExecutingCell;

/** Templates change with a release only, seconds. */
const TEMPLATE_KEPT_SECONDS = 3600;

const template = async (file: string): Promise<RouteOutput<string>> => {
  const [name, extension] = file.split('.');
  const table = TABLES[SpreadsheetKindSchema.parse(name)];
  const format = TableFormatSchema.parse(extension);
  return writtenSheet(templateOf(table), {
    format,
    encoding: 'utf-8',
    cacheSeconds: TEMPLATE_KEPT_SECONDS,
    fileName: `${table.name.zh}导入模板.${format}`,
  });
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
    return writtenSheet(sheet, {
      format,
      encoding,
      fileName: `${table.name.zh}-${cell.clock.now().slice(0, 10)}.${format}`,
      ...(nextCursor === undefined ? {} : { headers: { 'next-cursor': nextCursor } }),
    });
  };
  return createHttpHandler(cell, [
    implement(routes.readTemplate, ({ params }) => template(params.file)),
    implement(routes.exportEntries, ({ params, query }) => exported(params.kind, query)),
    implement(routes.exportEntriesWithContacts, async ({ params, query, body, actor }) =>
      exported(params.kind, query, { actor, ...body, duty: await assertOnDuty(cell, actor) }),
    ),
  ]);
};
