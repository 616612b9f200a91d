import * as z from 'zod';
import { PersonReferenceSchema } from '../../domain/kernel/person-reference.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { UndeliveredSchema } from '../../notify/delivery-row.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { ANY_ROLE, DUTY_ROOM, READERS } from '../roles.ts';
import { route } from '../route.ts';
import { DeliveriesSchema } from '../views/notice-deliveries.ts';
import {
  CitySettingsBodySchema,
  CitySettingsViewSchema,
  PersonSettingsBodySchema,
  PersonSettingsViewSchema,
} from '../views/notification-settings.ts';

const tag = 'notifications';

/** How people and the duty room are told, and what became of it. */
export const notificationSettingsRoutes = {
  readOwnNotificationSettings: route({
    operationId: 'readOwnNotificationSettings',
    method: 'GET',
    path: '/v1/me/notification-settings',
    tag,
    summary: { zh: '本人的通知设置；地址和密钥只写不读', en: 'The own settings; addresses and keys are never shown' },
    access: ANY_ROLE,
    success: { status: 200, body: PersonSettingsViewSchema },
  }),
  saveOwnNotificationSettings: route({
    operationId: 'saveOwnNotificationSettings',
    method: 'PUT',
    path: '/v1/me/notification-settings',
    tag,
    summary: {
      zh: '保存本人的通知设置：按重要程度的通知方式及先后、免打扰时段、语言；半年未保存则停用',
      en: 'Save the own settings: ways by importance in their order, quiet hours, language; they end unless saved again within half a year',
    },
    access: ANY_ROLE,
    body: PersonSettingsBodySchema,
    ifMatch: 'required',
    success: { status: 200, body: PersonSettingsViewSchema },
  }),
  tryOwnNotificationSettings: route({
    operationId: 'tryOwnNotificationSettings',
    method: 'POST',
    path: '/v1/me/notification-trials',
    tag,
    summary: { zh: '给本人发一条测试提醒', en: 'Send oneself a notice, to see whether it comes' },
    access: ANY_ROLE,
    success: { status: 201, body: z.strictObject({ noticeId: z.uuid() }) },
  }),
  endNotificationSettings: route({
    operationId: 'endNotificationSettings',
    method: 'POST',
    path: '/v1/notification-settings-endings',
    tag,
    summary: {
      zh: '停用某人的通知设置（如离岗），不再向其发送',
      en: 'End the settings of somebody, who has left for instance: they are told no more',
    },
    access: ['administrator'],
    body: z.strictObject({ personId: PersonReferenceSchema.shape.id, reason: wordsSchema(500) }),
    success: { status: 200, body: z.strictObject({ ended: z.literal(true) }) },
  }),
  readNotificationChannels: route({
    operationId: 'readNotificationChannels',
    method: 'GET',
    path: '/v1/notification-channels',
    tag,
    summary: {
      zh: '值班室的通知渠道（群机器人、系统对接、邮件服务器、短信网关）；地址和密钥只写不读',
      en: 'How the duty room is told: robots, other systems, the mail server, the gateway for short messages; keys are never shown',
    },
    access: READERS,
    success: { status: 200, body: CitySettingsViewSchema },
  }),
  saveNotificationChannels: route({
    operationId: 'saveNotificationChannels',
    method: 'PUT',
    path: '/v1/notification-channels',
    tag,
    summary: { zh: '设置值班室的通知渠道', en: 'Set how the duty room is told' },
    access: ['administrator'],
    body: CitySettingsBodySchema,
    ifMatch: 'required',
    success: { status: 200, body: CitySettingsViewSchema },
  }),
  listDeliveries: route({
    operationId: 'listDeliveries',
    method: 'GET',
    path: '/v1/notices/{noticeId}/deliveries',
    tag,
    summary: {
      zh: '某条提醒的送达记录和逐级催促记录',
      en: 'What became of a notice on each of its ways, and who was told next as nobody read it',
    },
    access: READERS,
    params: z.strictObject({ noticeId: z.uuid() }),
    success: { status: 200, body: DeliveriesSchema },
  }),
  listUndeliveredNotices: route({
    operationId: 'listUndeliveredNotices',
    method: 'GET',
    path: '/v1/undelivered-notices',
    tag,
    summary: { zh: '未能送达、已停止重试的提醒', en: 'Notices that could not be delivered and are not tried again' },
    access: READERS,
    query: z.strictObject(pageQuery),
    success: { status: 200, body: pageOf(UndeliveredSchema) },
  }),
  deliverAgain: route({
    operationId: 'deliverAgain',
    method: 'POST',
    path: '/v1/notices/{noticeId}/deliveries/{deliveryId}/repetition',
    tag,
    summary: { zh: '重新发送未能送达的提醒', en: 'Have a notice that could not be delivered tried again' },
    access: [...DUTY_ROOM, 'administrator'],
    params: z.strictObject({ noticeId: z.uuid(), deliveryId: z.uuid() }),
    success: { status: 200, body: DeliveriesSchema },
  }),
} as const;
