import {
  type NotificationSettingsCommand,
  type NotificationSettingsEvent,
  notificationSettings,
} from '../../domain/notification-settings/notification-settings.ts';
import type { NotificationSettingsState } from '../../domain/notification-settings/notification-settings-state.ts';
import type { Conversation } from '../conversation.ts';

/** How people are told is the city's own business. */
export const notificationSettingsConversation: Conversation<
  NotificationSettingsState,
  NotificationSettingsCommand,
  NotificationSettingsEvent
> = {
  aggregate: notificationSettings,
  outgoing: () => [],
  incoming: () => undefined,
};
