import * as z from 'zod';
import { FoundEntrySchema } from '../../data/ledger-index.ts';
import { StorySchema } from '../../data/story.ts';
import { StoryFileSchema } from '../../data/story-file.ts';
import { VerificationSchema } from '../../data/verify-story.ts';
import { AGGREGATE_KINDS } from '../../domain/kernel/aggregate.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { refinement } from '../../domain/kernel/issue-sentence.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS } from '../roles.ts';
import { route } from '../route.ts';

/** What the routes answer with, for whoever calls them. */
export type { FoundEntry } from '../../data/ledger-index.ts';
export type { Chapter, Story, StoryMessage } from '../../data/story.ts';
export type { Fault } from '../../data/verify-story.ts';

const params = z.strictObject({ kind: z.enum(AGGREGATE_KINDS), id: z.uuid() });

/** What is between cities can be exported whole; the registry's own ledgers hold personal data and stay at home. */
export const ExportableSchema = z.enum(AGGREGATE_KINDS).exclude(['team', 'incident', 'agency']);

const given = (...values: readonly unknown[]): number => values.filter((value) => value !== undefined).length;

/** What entries are looked for by: one of kind, event and actor; on a day in China, or between two moments. */
export const LedgerSearchSchema = z
  .strictObject({
    ...pageQuery,
    kind: z.enum(AGGREGATE_KINDS).optional(),
    /** Type of the event, e.g. `requestPlaced`. */
    type: z
      .string()
      .regex(/^[a-z][A-Za-z]{1,60}$/)
      .optional(),
    /** Id of a person, code of a city, or `clock`. */
    actor: z.string().min(1).max(200).optional(),
    day: z.iso.date().optional(),
    from: InstantSchema.optional(),
    to: InstantSchema.optional(),
  })
  .refine(({ kind, type, actor }) => given(kind, type, actor) < 2, {
    path: ['type'],
    ...refinement({ zh: '一次只能按一个条件查找', en: 'one of kind, type and actor at a time' }),
  })
  .refine(({ day, from, to }) => day === undefined || given(from, to) === 0, {
    path: ['day'],
    ...refinement({ zh: '日期与起止时间不能同时使用', en: 'either a day or moments' }),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['to'],
    ...refinement({ zh: '结束时间早于开始时间', en: 'it ends before it begins' }),
  });

/** The story of anything a cell keeps: who did what, when, on whose authority, with the counterparts' signed messages. */
export const ledgerRoutes = {
  searchLedgers: route({
    operationId: 'searchLedgers',
    method: 'GET',
    path: '/v1/ledger-entries',
    tag: 'ledger',
    summary: {
      zh: '按日期、种类、事件或经办人查找台账记录（新的在前）',
      en: 'Find entries of all ledgers by day, kind, event or actor, newest first',
    },
    access: READERS,
    query: LedgerSearchSchema,
    success: { status: 200, body: pageOf(FoundEntrySchema) },
  }),
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
