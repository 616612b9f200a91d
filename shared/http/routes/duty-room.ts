import * as z from 'zod';
import { CityCodeSchema } from '../../domain/kernel/city-code.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { TextSchema } from '../../domain/kernel/text.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { DUTY_ROOM, READERS } from '../roles.ts';
import { route } from '../route.ts';

/** Something the duty room is told, as it is shown. */
export const NoticeSchema = z
  .strictObject({
    noticeId: z.uuid(),
    at: InstantSchema,
    urgency: z.enum(['routine', 'urgent']),
    text: TextSchema,
    /** What it is about. */
    subject: z.strictObject({ kind: z.string(), id: z.string() }),
    /** Of a drill. */
    exercise: z.literal(true).optional(),
    acknowledgedBy: z.strictObject({ id: z.string(), name: z.string(), at: InstantSchema }).optional(),
  })
  .meta({ id: 'Notice' });

/** A message of ours that some recipient has not confirmed. */
export const UnconfirmedMessageSchema = z
  .strictObject({
    messageId: z.uuid(),
    type: z.string(),
    kind: z.string(),
    conversation: z.uuid(),
    issuedAt: InstantSchema,
    pending: z.array(CityCodeSchema),
    exercise: z.boolean().default(false),
    /** Whole hours since it was first sent. */
    hours: z.int().min(0),
  })
  .meta({ id: 'UnconfirmedMessage' });

/** What was received and not applied, and why. */
export const QuarantinedMessageSchema = z
  .strictObject({
    quarantineId: z.uuid(),
    at: InstantSchema,
    code: z.string(),
    reason: TextSchema,
    from: z.string().optional(),
    type: z.string().optional(),
    messageId: z.string().optional(),
    /** Whether the sender is proven by its signature. */
    verified: z.boolean(),
    excerpt: z.string(),
    /** Who last had it come in again, and whether it is taken in by now. */
    retried: z
      .strictObject({
        by: z.strictObject({ id: z.string(), name: z.string() }),
        at: InstantSchema,
        takenIn: z.boolean(),
      })
      .optional(),
  })
  .meta({ id: 'QuarantinedMessage' });

const query = z.strictObject(pageQuery);

/** What the duty room must see without being asked. */
export const dutyRoomRoutes = {
  listNotices: route({
    operationId: 'listNotices',
    method: 'GET',
    path: '/v1/notices',
    tag: 'duty-room',
    summary: { zh: '值班提醒（新的在前）', en: 'Notices, newest first' },
    access: READERS,
    query,
    success: { status: 200, body: pageOf(NoticeSchema) },
  }),
  acknowledgeNotice: route({
    operationId: 'acknowledgeNotice',
    method: 'POST',
    path: '/v1/notices/{noticeId}/acknowledgement',
    tag: 'duty-room',
    summary: { zh: '确认已阅提醒', en: 'Acknowledge a notice' },
    access: DUTY_ROOM,
    params: z.strictObject({ noticeId: z.uuid() }),
    success: { status: 200, body: NoticeSchema },
  }),
  listUnconfirmedMessages: route({
    operationId: 'listUnconfirmedMessages',
    method: 'GET',
    path: '/v1/unconfirmed-messages',
    tag: 'duty-room',
    summary: { zh: '对方尚未回执的消息', en: 'Messages that a partner has not confirmed' },
    access: READERS,
    query,
    success: { status: 200, body: pageOf(UnconfirmedMessageSchema) },
  }),
  listQuarantine: route({
    operationId: 'listQuarantine',
    method: 'GET',
    path: '/v1/quarantine',
    tag: 'duty-room',
    summary: { zh: '被隔离的消息（新的在前）', en: 'Quarantined messages, newest first' },
    access: READERS,
    query,
    success: { status: 200, body: pageOf(QuarantinedMessageSchema) },
  }),
} as const;
