import * as z from 'zod';
import { StorySchema } from '../../data/story.ts';
import { StoryFileSchema } from '../../data/story-file.ts';
import { VerificationSchema } from '../../data/verify-story.ts';
import { AGGREGATE_KINDS } from '../../domain/kernel/aggregate.ts';
import { READERS } from '../roles.ts';
import { route } from '../route.ts';

const params = z.strictObject({ kind: z.enum(AGGREGATE_KINDS), id: z.uuid() });

/** What is between cities can be exported whole; the registry's own ledgers hold personal data and stay at home. */
export const ExportableSchema = z.enum(AGGREGATE_KINDS).exclude(['team', 'incident', 'agency']);

/** The story of anything a cell keeps: who did what, when, on whose authority, with the counterparts' signed messages. */
export const ledgerRoutes = {
  readStory: route({
    operationId: 'readStory',
    method: 'GET',
    path: '/v1/ledgers/{kind}/{id}',
    tag: 'ledger',
    summary: { zh: '查看全过程台账', en: 'Read the whole story, event by event' },
    access: READERS,
    params,
    success: { status: 200, body: StorySchema },
  }),
  verifyStory: route({
    operationId: 'verifyStory',
    method: 'GET',
    path: '/v1/ledgers/{kind}/{id}/verification',
    tag: 'ledger',
    summary: { zh: '核验台账链条与签名', en: 'Verify chain and signatures; names the first broken link' },
    access: READERS,
    params,
    success: { status: 200, body: VerificationSchema },
  }),
  exportStory: route({
    operationId: 'exportStory',
    method: 'GET',
    path: '/v1/ledgers/{kind}/{id}/file',
    tag: 'ledger',
    summary: { zh: '导出可离线核验的台账文件', en: 'Export the story as a file that verifies offline' },
    access: READERS,
    params: z.strictObject({ kind: ExportableSchema, id: z.uuid() }),
    success: { status: 200, body: StoryFileSchema },
  }),
} as const;
