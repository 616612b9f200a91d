import { boardRoutes } from '../../../shared/http/routes/board.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** The first screen of the duty room. */
export const BOARD_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'board',
    navigation: { group: 'now', name: SCREEN_NAMES.board },
    needs: [boardRoutes.readBoard],
    load: async () => (await import('./duty-board.tsx')).DutyBoard,
  },
];
