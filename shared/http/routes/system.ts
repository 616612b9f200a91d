import * as z from 'zod';
import { CityCodeSchema } from '../../domain/kernel/city-code.ts';
import { route } from '../route.ts';

export const HealthSchema = z
  .strictObject({ status: z.literal('ok'), city: CityCodeSchema, time: z.string() })
  .meta({ id: 'Health' });

/** What anybody may see: that the cell is up, and how to talk to it. */
export const systemRoutes = {
  readHealth: route({
    operationId: 'readHealth',
    method: 'GET',
    path: '/health',
    tag: 'system',
    summary: { zh: '系统状态', en: 'Whether the cell answers' },
    access: 'public',
    success: { status: 200, body: HealthSchema },
  }),
  readOpenApi: route({
    operationId: 'readOpenApi',
    method: 'GET',
    path: '/openapi.json',
    tag: 'system',
    summary: { zh: '接口说明（OpenAPI 3.1）', en: 'This description (OpenAPI 3.1)' },
    access: 'public',
    success: { status: 200, body: z.looseObject({ openapi: z.string() }) },
  }),
  readDocs: route({
    operationId: 'readDocs',
    method: 'GET',
    path: '/docs',
    tag: 'system',
    summary: { zh: '接口说明网页', en: 'A page to read the description on' },
    access: 'public',
    success: { status: 200, body: z.string(), contentType: 'text/html' },
  }),
  readDocsFile: route({
    operationId: 'readDocsFile',
    method: 'GET',
    path: '/docs/{file}',
    tag: 'system',
    summary: { zh: '接口说明网页所用文件', en: 'A file of that page' },
    access: 'public',
    params: z.strictObject({ file: z.string().regex(/^[\w.-]+$/) }),
    success: { status: 200, body: z.string(), contentType: '*/*' },
  }),
} as const;
