import { boardRoutes } from '../../../shared/http/routes/board.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { BOARD } from './board-words.ts';

/** The first screen of the duty room. */
export const BOARD_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'board',
    navigation: { group: 'now', name: BOARD.words.title },
    needs: [boardRoutes.readBoard],
    load: async () => (await import('./duty-board.tsx')).DutyBoard,
  },
];
