import type { NotificationSettingsCommand } from '../../shared/domain/notification-settings/notification-settings.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { notificationSettingsConversation } from '../../shared/exchange/conversations/notification-settings.ts';
import { notificationSettingsRoutes as routes } from '../../shared/http/routes/notification-settings.ts';
import { commandRoute, listCards } from '../../shared/lambda/aggregate-routes.ts';
import { type BoundRoute, implement } from '../../shared/lambda/bound-route.ts';
import { UNDELIVERED_LIST, UndeliveredSchema } from '../../shared/notify/delivery-row.ts';
import { readCityChannels, saveCityChannels } from './city-channels.ts';
import { deliverAgain, listDeliveries } from './deliveries.ts';
import type { NotificationsCell } from './notifications-cell.ts';
import { personSettingsId, readOwnSettings, saveOwnSettings } from './own-settings.ts';
import { trySettings } from './try-settings.ts';

const CONVERSATIONS = conversationsOf(notificationSettingsConversation);

/** How people and the duty room are told, and what became of it. */
export const settingsRoutes = (cell: NotificationsCell): readonly BoundRoute[] => [
  implement(routes.readOwnNotificationSettings, ({ person }) => readOwnSettings(cell, person)),
  implement(routes.saveOwnNotificationSettings, (input) => saveOwnSettings(cell, input)),
  implement(routes.tryOwnNotificationSettings, (input) => trySettings(cell, input)),
  commandRoute(cell, CONVERSATIONS, routes.endNotificationSettings, {
    conversation: notificationSettingsConversation,
    target: ({ body }) => personSettingsId(body.personId),
    command: ({ body }): NotificationSettingsCommand => ({ type: 'end', reason: body.reason }),
    view: () => ({ ended: true as const }),
  }),
  implement(routes.readNotificationChannels, () => readCityChannels(cell)),
  implement(routes.saveNotificationChannels, (input) => saveCityChannels(cell, input)),
  implement(routes.listDeliveries, async ({ params }) => ({ body: await listDeliveries(cell, params.noticeId) })),
  implement(routes.listUndeliveredNotices, async ({ query }) => ({
    body: await listCards(cell, UNDELIVERED_LIST, query, UndeliveredSchema, { descending: true }),
  })),
  implement(routes.deliverAgain, (input) => deliverAgain(cell, input)),
];
