import * as z from 'zod';
import { pageOf, pageQuery } from '../cursor.ts';
import { ANY_ROLE } from '../roles.ts';
import { route } from '../route.ts';
import { NoticeSchema } from './duty-room.ts';

/** A notice as whoever it is for sees it. */
export const OwnNoticeSchema = NoticeSchema.extend({
  read: z.boolean(),
  exercise: z.boolean(),
}).meta({ id: 'OwnNotice' });

/** How many notices somebody has not read. */
export const UnreadSchema = z
  .strictObject({
    urgent: z.int().min(0),
    routine: z.int().min(0),
    /** Whether there may be more: of very many only the latest are counted. */
    more: z.boolean(),
  })
  .meta({ id: 'UnreadNotices' });

/** Notices that can be marked as read one by one at once. */
const MARKED_AT_ONCE = 50;

const tag = 'notifications';

/** The notices of whoever is signed in. */
export const notificationRoutes = {
  listOwnNotices: route({
    operationId: 'listOwnNotices',
    method: 'GET',
    path: '/v1/me/notices',
    tag,
    summary: {
      zh: '本人的提醒（新的在前），标明是否已读，并附各重要程度的未读数',
      en: 'The own notices, newest first, read or not, and how many of each importance are unread',
    },
    access: ANY_ROLE,
    query: z.strictObject({
      ...pageQuery,
      /** Those not read only. */
      unread: z.enum(['true', 'false']).optional(),
      urgency: NoticeSchema.shape.urgency.optional(),
    }),
    success: { status: 200, body: pageOf(OwnNoticeSchema).extend({ unread: UnreadSchema }) },
  }),
  markNoticesRead: route({
    operationId: 'markNoticesRead',
    method: 'POST',
    path: '/v1/me/notice-readings',
    tag,
    summary: {
      zh: '标记提醒为已读：逐条，或某条及其以前的全部',
      en: 'Mark notices as read: single ones, or one and all before it',
    },
    access: ANY_ROLE,
    body: z.union([
      z.strictObject({ noticeIds: z.array(z.uuid()).min(1).max(MARKED_AT_ONCE) }),
      z.strictObject({ upTo: z.uuid() }),
    ]),
    success: { status: 200, body: UnreadSchema },
  }),
} as const;
