import * as z from 'zod';
import { CapAlertSchema } from '../../domain/cap/cap-alert.ts';
import { CapStatusSchema } from '../../domain/cap/cap-codes.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { HazardSchema } from '../../domain/vocabulary/hazards.ts';
import { WarningColourSchema } from '../../domain/warning/warning-colour.ts';
import { WarningDraftSchema } from '../../domain/warning/warning-draft.ts';
import { WarningCardSchema } from '../../domain/warning/warning-listings.ts';
import { WarningRealmSchema } from '../../domain/warning/warning-realm.ts';
import { AcknowledgementSchema } from '../../domain/warning/warning-state.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { DUTY_ROOM, READERS, type Role } from '../roles.ts';
import { route } from '../route.ts';
import { AfterActionViewSchema } from '../views/after-action.ts';
import { WarnedTeamsSchema, WarningViewSchema } from '../views/warning.ts';
import { awarenessRoutes } from './awareness.ts';

/** Who warns in the city's name. */
const ISSUERS: readonly Role[] = ['approver', 'representative'];

/** Those who act on a warning besides the duty room. */
const WARNED: readonly Role[] = ['team-leader', 'agency-officer', 'expert'];

/** Media types that CAP in XML comes as; a file of it is posted as it is. */
export const CAP_TYPES = { cap: 'application/cap+xml', xml: 'application/xml', text: 'text/xml' } as const;

/** Largest document, bytes: what is drawn from it is kept beside it in one row. */
const MAXIMUM_DOCUMENT_BYTES = 128 * 1024;

const params = z.strictObject({ warningId: z.uuid() });
const tag = 'warnings';
const shown = { status: 200, body: WarningViewSchema } as const;
const made = { status: 201, body: WarningViewSchema } as const;

/** Warnings in and out, as CAP 1.2, and what partners are told of what is feared. */
export const warningRoutes = {
  ...awarenessRoutes,
  receiveWarning: route({
    operationId: 'receiveWarning',
    method: 'POST',
    path: '/v1/warnings',
    tag,
    summary: {
      zh: '接收预警：CAP 1.2，XML（application/cap+xml，不超过 128 KB）或 JSON；同一预警再次提交不产生影响；Update、Cancel、Ack、Error 作用于其所指的预警',
      en: 'Take a warning in: CAP 1.2 as XML (application/cap+xml, at most 128 KB) or JSON; the same one again changes nothing; Update, Cancel, Ack and Error act on those they name',
    },
    access: DUTY_ROOM,
    body: CapAlertSchema,
    file: { mediaTypes: Object.values(CAP_TYPES), maximumBytes: MAXIMUM_DOCUMENT_BYTES },
    success: made,
  }),
  listWarnings: route({
    operationId: 'listWarnings',
    method: 'GET',
    path: '/v1/warnings',
    tag,
    summary: {
      zh: '查看全部预警及有关报文，最近者在前；演练、测试分列',
      en: 'All warnings and what was said of them, the latest first; drills and tests apart',
    },
    access: READERS,
    query: z.strictObject({ realm: WarningRealmSchema.default('actual'), ...pageQuery }),
    success: { status: 200, body: pageOf(WarningCardSchema) },
  }),
  listWarningsInForce: route({
    operationId: 'listWarningsInForce',
    method: 'GET',
    path: '/v1/warnings/in-force',
    tag,
    summary: {
      zh: '查看有效期内的预警，等级高者在前，同级先到期者在前；可按颜色（或该颜色及以上）、灾种查询',
      en: 'Warnings in force, the gravest first and of those the first to expire; by colour, or it and graver ones, and by hazard',
    },
    access: READERS,
    query: z.strictObject({
      realm: WarningRealmSchema.exclude(['other']).default('actual'),
      colour: WarningColourSchema.optional(),
      orGraver: z.stringbool().default(false),
      hazard: HazardSchema.optional(),
      ...pageQuery,
    }),
    success: { status: 200, body: pageOf(WarningCardSchema) },
  }),
  issueWarning: route({
    operationId: 'issueWarning',
    method: 'POST',
    path: '/v1/warnings/issue',
    tag,
    summary: { zh: '发布本市预警', en: 'Issue a warning of this city' },
    access: ISSUERS,
    body: z.strictObject({
      status: CapStatusSchema.extract(['Actual', 'Exercise', 'Test']),
      warning: WarningDraftSchema,
    }),
    success: made,
  }),
  readWarning: route({
    operationId: 'readWarning',
    method: 'GET',
    path: '/v1/warnings/{warningId}',
    tag,
    summary: { zh: '查看预警', en: 'Read a warning' },
    access: [...READERS, ...WARNED],
    params,
    success: shown,
  }),
  readWarningDocument: route({
    operationId: 'readWarningDocument',
    method: 'GET',
    path: '/v1/warnings/{warningId}/cap',
    tag,
    summary: {
      zh: '下载预警的 CAP 1.2 XML：收到的原样给出，签名随之保留',
      en: 'The warning as CAP 1.2 in XML: one that was received exactly as it came, signature and all',
    },
    access: [...READERS, ...WARNED],
    params,
    success: { status: 200, body: z.string(), contentType: CAP_TYPES.cap },
  }),
  listWarnedTeams: route({
    operationId: 'listWarnedTeams',
    method: 'GET',
    path: '/v1/warnings/{warningId}/teams',
    tag,
    summary: {
      zh: '查看预警范围内的本市队伍，离中心近者在前，至多 50 支',
      en: "The city's teams in the area of a warning, nearest to its middle first, at most fifty",
    },
    access: READERS,
    params,
    success: { status: 200, body: WarnedTeamsSchema },
  }),
  updateWarning: route({
    operationId: 'updateWarning',
    method: 'POST',
    path: '/v1/warnings/{warningId}/updates',
    tag,
    summary: {
      zh: '更新本市发布的预警：新报文取代原报文',
      en: 'Update a warning of this city: another alert takes its place',
    },
    access: ISSUERS,
    params,
    body: z.strictObject({ warning: WarningDraftSchema }),
    success: made,
  }),
  cancelWarning: route({
    operationId: 'cancelWarning',
    method: 'POST',
    path: '/v1/warnings/{warningId}/cancellation',
    tag,
    summary: { zh: '解除本市发布的预警', en: 'Cancel a warning of this city' },
    access: ISSUERS,
    params,
    body: z.strictObject({ reason: wordsSchema(500) }),
    success: made,
  }),
  readAfterAction: route({
    operationId: 'readAfterAction',
    method: 'GET',
    path: '/v1/warnings/{warningId}/after-action',
    tag,
    summary: {
      zh: '查看预警响应情况附件：启动了哪些协议、队伍待命多久、告知与起草了什么、协议项下随后的请求与费用；附来源台账与摘要，可供核验',
      en: 'The after-action annex of a warning: what it armed, who stood by how long, whom it told, what it had drafted, what followed under the agreements and at what cost; with the ledgers it is made from, and a digest',
    },
    access: READERS,
    params,
    success: { status: 200, body: AfterActionViewSchema },
  }),
  acknowledgeWarning: route({
    operationId: 'acknowledgeWarning',
    method: 'POST',
    path: '/v1/warnings/{warningId}/acknowledgements',
    tag,
    summary: { zh: '确认已知悉预警；每人一次', en: 'Say that one has taken note of a warning; once for each person' },
    access: [...DUTY_ROOM, ...WARNED],
    params,
    body: z.strictObject({ note: wordsSchema(500).optional() }),
    success: shown,
  }),
  listAcknowledgements: route({
    operationId: 'listAcknowledgements',
    method: 'GET',
    path: '/v1/warnings/{warningId}/acknowledgements',
    tag,
    summary: {
      zh: '查看何人、何单位已确认预警，先后为序',
      en: 'Which people and senders have acknowledged a warning, in the order in which they did',
    },
    access: READERS,
    params,
    success: { status: 200, body: z.strictObject({ items: z.array(AcknowledgementSchema) }) },
  }),
} as const;
