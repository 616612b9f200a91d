import { importRoutes } from '../../../shared/http/routes/imports.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { IMPORTS } from './imports-words.ts';

/** Spreadsheets on their way into the registry. */
export const IMPORTS_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'imports',
    navigation: { group: 'registry', name: IMPORTS.words.title },
    needs: [importRoutes.listImports],
    load: async () => (await import('./import-list.tsx')).ImportList,
  },
  {
    path: 'imports/:importId',
    needs: [importRoutes.readImport],
    shows: 'import-job',
    load: async () => (await import('./import-screen.tsx')).ImportScreen,
  },
];
