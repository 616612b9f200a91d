import { notificationSettingsRoutes } from '../../../shared/http/routes/notification-settings.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** How one is told. */
export const SETTINGS_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'settings',
    navigation: { group: 'keeping', name: SCREEN_NAMES.settings },
    needs: [notificationSettingsRoutes.readOwnNotificationSettings],
    load: async () => (await import('./settings-screen.tsx')).SettingsScreen,
  },
];
