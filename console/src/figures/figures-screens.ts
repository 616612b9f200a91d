import { figureRoutes } from '../../../shared/http/routes/figures.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** How everybody does, in numbers. */
export const FIGURES_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'figures',
    navigation: { group: 'review', name: SCREEN_NAMES.figures },
    needs: [figureRoutes.readFigures],
    load: async () => (await import('./figures-screen.tsx')).FiguresScreen,
  },
];
