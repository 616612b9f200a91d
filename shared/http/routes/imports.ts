import * as z from 'zod';
import { CellErrorSchema } from '../../domain/import-job/cell-error.ts';
import { ImportJobCardSchema } from '../../domain/import-job/import-job-listings.ts';
import { ImportFileSchema } from '../../domain/import-job/import-job-state.ts';
import { SpreadsheetKindSchema } from '../../domain/import-job/spreadsheet-kind.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS, REGISTRARS } from '../roles.ts';
import { route } from '../route.ts';
import { ImportJobViewSchema } from '../views/import-job.ts';

/** Media types of the files that go in and out. Text in GB18030 must come as octets: gateways take text for UTF-8. */
export const SPREADSHEET_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  octets: 'application/octet-stream',
} as const;

/** Largest file that may come as the body, bytes; larger ones are uploaded. */
const MAXIMUM_INLINE_BYTES = 4 * 1024 * 1024;

const params = z.strictObject({ importId: z.uuid() });

const OpenedImportSchema = ImportJobViewSchema.extend({
  /** Where the file is to be put, for a quarter of an hour: a PUT with these headers. Not there when it came with the call. */
  upload: z.strictObject({ url: z.string(), headers: z.record(z.string(), z.string()) }).optional(),
}).meta({ id: 'OpenedImport' });

const answered = { status: 200, body: ImportJobViewSchema } as const;

/** Spreadsheets on their way into the registry. */
export const importRoutes = {
  openImport: route({
    operationId: 'openImport',
    method: 'POST',
    path: '/v1/imports',
    tag: 'spreadsheets',
    summary: {
      zh: '新建导入：登记文件并取得上传地址；或直接在正文中提交不超过 4 MB 的文件并随即检查（须注明 kind，GB18030 编码的 CSV 以 application/octet-stream 提交）',
      en: 'Open an import: announce a file and get an address to upload it to; or send a file of at most 4 MB as the body, with its kind in the query, and have it checked at once (CSV in GB18030 as application/octet-stream)',
    },
    access: REGISTRARS,
    query: z.strictObject({ kind: SpreadsheetKindSchema.optional(), fileName: wordsSchema(200).optional() }),
    body: ImportFileSchema,
    file: { mediaTypes: Object.values(SPREADSHEET_TYPES), maximumBytes: MAXIMUM_INLINE_BYTES },
    success: { status: 201, body: OpenedImportSchema },
  }),
  listImports: route({
    operationId: 'listImports',
    method: 'GET',
    path: '/v1/imports',
    tag: 'spreadsheets',
    summary: { zh: '查看各次导入，最近者在前', en: 'List imports, the latest first' },
    access: READERS,
    query: z.strictObject(pageQuery),
    success: { status: 200, body: pageOf(ImportJobCardSchema) },
  }),
  readImport: route({
    operationId: 'readImport',
    method: 'GET',
    path: '/v1/imports/{importId}',
    tag: 'spreadsheets',
    summary: {
      zh: '查看导入的进度、结果和前若干处错误',
      en: 'Read how far an import is, what it comes to, and the first errors',
    },
    access: READERS,
    params,
    success: answered,
  }),
  checkImport: route({
    operationId: 'checkImport',
    method: 'POST',
    path: '/v1/imports/{importId}/check',
    tag: 'spreadsheets',
    summary: {
      zh: '检查已上传的文件（试运行，不改动登记）',
      en: 'Have an uploaded file checked: a dry run that changes nothing',
    },
    access: REGISTRARS,
    params,
    ifMatch: 'optional',
    success: { status: 202, body: ImportJobViewSchema },
  }),
  listImportErrors: route({
    operationId: 'listImportErrors',
    method: 'GET',
    path: '/v1/imports/{importId}/errors',
    tag: 'spreadsheets',
    summary: { zh: '逐页查看全部错误单元格', en: 'List every cell that is wrong' },
    access: READERS,
    params,
    query: z.strictObject(pageQuery),
    success: { status: 200, body: pageOf(CellErrorSchema) },
  }),
  exportImportErrors: route({
    operationId: 'exportImportErrors',
    method: 'GET',
    path: '/v1/imports/{importId}/errors/file',
    tag: 'spreadsheets',
    summary: { zh: '下载错误清单（CSV）', en: 'Download the errors as CSV' },
    access: READERS,
    params,
    success: { status: 200, body: z.string(), contentType: SPREADSHEET_TYPES.csv },
  }),
  applyImport: route({
    operationId: 'applyImport',
    method: 'POST',
    path: '/v1/imports/{importId}/application',
    tag: 'spreadsheets',
    summary: {
      zh: '导入检查无误的文件：须写明检查时的摘要；开始后将进行到底',
      en: 'Apply a file that was checked and found right, by its digest; once begun it goes on to its end',
    },
    access: REGISTRARS,
    params,
    body: z.strictObject({ digest: z.string().min(1).max(100) }),
    ifMatch: 'optional',
    success: { status: 202, body: ImportJobViewSchema },
  }),
  cancelImport: route({
    operationId: 'cancelImport',
    method: 'POST',
    path: '/v1/imports/{importId}/cancellation',
    tag: 'spreadsheets',
    summary: { zh: '取消尚未开始应用的导入', en: 'Cancel an import that is not being applied yet' },
    access: REGISTRARS,
    params,
    body: z.strictObject({ reason: wordsSchema(500) }),
    ifMatch: 'optional',
    success: answered,
  }),
} as const;
