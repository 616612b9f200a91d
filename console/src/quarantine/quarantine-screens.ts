import { dutyRoomRoutes } from '../../../shared/http/routes/duty-room.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** What did not get through. */
export const QUARANTINE_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'quarantine',
    navigation: { group: 'keeping', name: SCREEN_NAMES.quarantine },
    needs: [dutyRoomRoutes.listQuarantine],
    load: async () => (await import('./quarantine-screen.tsx')).QuarantineScreen,
  },
];
