import { incidentRoutes } from '../../../shared/http/routes/incidents.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { MAP } from './map-words.ts';

/** What happens where. */
export const MAP_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'map',
    navigation: { group: 'now', name: MAP.words.title },
    needs: [incidentRoutes.listIncidents],
    load: async () => (await import('./map-screen.tsx')).MapScreen,
  },
];
