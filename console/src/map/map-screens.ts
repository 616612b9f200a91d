import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** What happens where. */
export const MAP_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'map',
    navigation: { group: 'now', name: SCREEN_NAMES.map },
    needs: [incidentRoutes.listIncidents],
    load: async () => (await import('./map-screen.tsx')).MapScreen,
  },
];
