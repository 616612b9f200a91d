import { notificationRoutes } from '../../../shared/http/routes/notifications.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** What everybody is told. */
export const NOTICES_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'notices',
    navigation: { group: 'now', name: SCREEN_NAMES.notices },
    needs: [notificationRoutes.listOwnNotices],
    load: async () => (await import('./notice-centre.tsx')).NoticeCentre,
  },
];
