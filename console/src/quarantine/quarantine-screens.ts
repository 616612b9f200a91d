import { dutyRoomRoutes } from '../../../shared/http/routes/duty-room.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { QUARANTINE } from './quarantine-words.ts';

/** What did not get through. */
export const QUARANTINE_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'quarantine',
    navigation: { group: 'keeping', name: QUARANTINE.words.title },
    needs: [dutyRoomRoutes.listQuarantine],
    load: async () => (await import('./quarantine-screen.tsx')).QuarantineScreen,
  },
];
