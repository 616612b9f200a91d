import { ledgerRoutes } from '../../../shared/http/routes/ledger.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { LEDGER } from './ledger-words.ts';

/** What was done, by whom, and whether the record of it holds. */
export const LEDGER_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'ledger',
    navigation: { group: 'review', name: LEDGER.words.title },
    needs: [ledgerRoutes.readStory],
    load: async () => (await import('./ledger-search.tsx')).LedgerSearch,
  },
  {
    path: 'ledger/:kind/:id',
    needs: [ledgerRoutes.readStory],
    load: async () => (await import('./story-screen.tsx')).StoryScreen,
  },
];
