import { lookupRoutes } from '../../../shared/http/routes/lookup.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { LOOKUP } from './lookup-words.ts';

/** One box for all that the city or its partners can send or ask. */
export const LOOKUP_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'lookup',
    navigation: { group: 'registry', name: LOOKUP.words.title },
    needs: [lookupRoutes.lookUp],
    load: async () => (await import('./lookup-screen.tsx')).LookupScreen,
  },
];
