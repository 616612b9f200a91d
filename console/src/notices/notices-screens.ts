import { notificationRoutes } from '../../../shared/http/routes/notifications.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { NOTICES } from './notices-words.ts';

/** What everybody is told. */
export const NOTICES_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'notices',
    navigation: { group: 'now', name: NOTICES.words.title },
    needs: [notificationRoutes.listOwnNotices],
    load: async () => (await import('./notice-centre.tsx')).NoticeCentre,
  },
];
