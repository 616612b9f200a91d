import { lookupRoutes } from '../../../shared/http/routes/lookup.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** One box for all that the city or its partners can send or ask. */
export const LOOKUP_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'lookup',
    navigation: { group: 'registry', name: SCREEN_NAMES.lookup },
    needs: [lookupRoutes.lookUp],
    load: async () => (await import('./lookup-screen.tsx')).LookupScreen,
  },
];
