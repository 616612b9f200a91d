import { ledgerRoutes } from '../../../shared/http/routes/ledger.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** What was done, by whom, and whether the record of it holds. */
export const LEDGER_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'ledger',
    navigation: { group: 'review', name: SCREEN_NAMES.ledger },
    needs: [ledgerRoutes.readStory],
    load: async () => (await import('./ledger-search.tsx')).LedgerSearch,
  },
  {
    path: 'ledger/:kind/:id',
    needs: [ledgerRoutes.readStory],
    load: async () => (await import('./story-screen.tsx')).StoryScreen,
  },
];
