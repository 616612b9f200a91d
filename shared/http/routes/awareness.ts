import * as z from 'zod';
import { AwarenessCardSchema } from '../../domain/awareness/awareness-listings.ts';
import { AwarenessSideSchema, AwarenessStatusSchema } from '../../domain/awareness/awareness-state.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS } from '../roles.ts';
import { route } from '../route.ts';
import { AwarenessViewSchema } from '../views/awareness.ts';

const tag = 'warnings';

/** What this city let its partners know of what it fears, and they it. */
export const awarenessRoutes = {
  listAwarenessNotices: route({
    operationId: 'listAwarenessNotices',
    method: 'GET',
    path: '/v1/awareness-notices',
    tag,
    summary: {
      zh: '查看预警告知（发出的与收到的），新的在前；尚无请求',
      en: 'Awareness notices, sent and received, latest first; nothing is asked for by them',
    },
    access: READERS,
    query: z.strictObject({
      side: AwarenessSideSchema.optional(),
      status: AwarenessStatusSchema.optional(),
      ...pageQuery,
    }),
    success: { status: 200, body: pageOf(AwarenessCardSchema) },
  }),
  readAwarenessNotice: route({
    operationId: 'readAwarenessNotice',
    method: 'GET',
    path: '/v1/awareness-notices/{awarenessId}',
    tag,
    summary: { zh: '查看预警告知', en: 'Read an awareness notice' },
    access: READERS,
    params: z.strictObject({ awarenessId: z.uuid() }),
    success: { status: 200, body: AwarenessViewSchema },
  }),
} as const;
