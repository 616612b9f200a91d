import { notificationSettingsRoutes } from '../../../shared/http/routes/notification-settings.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { ADMINISTRATION } from './administration-words.ts';

/** By what the city goes. */
export const ADMINISTRATION_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'administration',
    navigation: { group: 'keeping', name: ADMINISTRATION.words.title },
    needs: [notificationSettingsRoutes.readNotificationChannels],
    load: async () => (await import('./administration-screen.tsx')).AdministrationScreen,
  },
];
