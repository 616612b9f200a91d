import { figureRoutes } from '../../../shared/http/routes/figures.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { FIGURES } from './figures-words.ts';

/** How everybody does, in numbers. */
export const FIGURES_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'figures',
    navigation: { group: 'review', name: FIGURES.words.title },
    needs: [figureRoutes.readFigures],
    load: async () => (await import('./figures-screen.tsx')).FiguresScreen,
  },
];
