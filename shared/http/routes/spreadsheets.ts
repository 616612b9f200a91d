import * as z from 'zod';
import { ExpertClassSchema } from '../../domain/expert/expert-class.ts';
import { SpreadsheetKindSchema } from '../../domain/import-job/spreadsheet-kind.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { HazardSchema } from '../../domain/vocabulary/hazards.ts';
import { ResourceKindSchema } from '../../domain/vocabulary/resource-kinds.ts';
import { ANY_ROLE, READERS, REGISTRARS } from '../roles.ts';
import { route } from '../route.ts';
import { SPREADSHEET_TYPES } from './imports.ts';

/** Forms in which tables go out. */
export const TableFormatSchema = z.enum(['xlsx', 'csv']).meta({ id: 'TableFormat' });
export type TableFormat = z.infer<typeof TableFormatSchema>;

/** Rows of one file: what a function can read, write and answer within its limits. */
export const MAXIMUM_EXPORTED_ROWS = 5_000;

const params = z.strictObject({ kind: SpreadsheetKindSchema });
const file = z.string();

const ExportQuerySchema = z.strictObject({
  format: TableFormatSchema.default('xlsx'),
  /** Of CSV. */
  encoding: z.enum(['utf-8', 'gb18030']).default('utf-8'),
  hazard: HazardSchema.optional(),
  /** Kind of team or of capability. */
  resourceKind: ResourceKindSchema.optional(),
  /** Class of experts. */
  class: ExpertClassSchema.optional(),
  /** Category of equipment or vehicles. */
  category: z.string().max(60).optional(),
  limit: z.coerce.number().int().min(1).max(MAXIMUM_EXPORTED_ROWS).default(MAXIMUM_EXPORTED_ROWS),
  /** `next-cursor` of the answer before, for the next file of a long list. */
  cursor: z.string().max(500).optional(),
});
export type ExportQuery = z.infer<typeof ExportQuerySchema>;

/** Registries as tables: to be filled in, and as they are. */
export const spreadsheetRoutes = {
  readTemplate: route({
    operationId: 'readTemplate',
    method: 'GET',
    path: '/v1/templates/{file}',
    tag: 'spreadsheets',
    summary: {
      zh: '下载导入模板，如 team.xlsx、stock.csv：表头、填写说明和示例',
      en: 'Download a template for imports, e.g. team.xlsx or stock.csv: header, notes and an example',
    },
    access: ANY_ROLE,
    params: z.strictObject({
      file: z.templateLiteral([SpreadsheetKindSchema, '.', TableFormatSchema]).meta({ description: 'e.g. team.xlsx' }),
    }),
    success: { status: 200, body: file, contentType: '*/*' },
  }),
  exportEntries: route({
    operationId: 'exportEntries',
    method: 'GET',
    path: '/v1/exports/{kind}',
    tag: 'spreadsheets',
    summary: {
      zh: `导出登记表，可再导入；联系方式已隐去；一个文件最多 ${MAXIMUM_EXPORTED_ROWS} 行，余下的凭应答头 next-cursor 续取`,
      en: `Export the registry as a table that can be imported again; personal data is masked; a file has at most ${MAXIMUM_EXPORTED_ROWS} rows, the header next-cursor leads to the next`,
    },
    access: READERS,
    params,
    query: ExportQuerySchema,
    success: { status: 200, body: file, contentType: SPREADSHEET_TYPES.xlsx },
  }),
  exportEntriesWithContacts: route({
    operationId: 'exportEntriesWithContacts',
    method: 'POST',
    path: '/v1/exports/{kind}/contact-readings',
    tag: 'spreadsheets',
    summary: {
      zh: '导出登记表及联系方式：须说明理由，逐条记入台账；无权查看的仍隐去',
      en: 'Export the registry with its personal data: for a reason, which the ledger of every entry keeps; what may not be read stays masked',
    },
    access: REGISTRARS,
    params,
    query: ExportQuerySchema,
    body: z.strictObject({ reason: wordsSchema(500) }),
    success: { status: 200, body: file, contentType: SPREADSHEET_TYPES.xlsx },
  }),
} as const;
