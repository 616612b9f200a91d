import { notificationSettingsRoutes } from '../../../shared/http/routes/notification-settings.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** By what the city goes. */
export const ADMINISTRATION_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'administration',
    navigation: { group: 'keeping', name: SCREEN_NAMES.administration },
    needs: [notificationSettingsRoutes.readNotificationChannels],
    load: async () => (await import('./administration-screen.tsx')).AdministrationScreen,
  },
];
