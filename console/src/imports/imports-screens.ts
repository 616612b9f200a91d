import { importRoutes } from '../../../shared/http/routes/imports.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** Spreadsheets on their way into the registry. */
export const IMPORTS_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'imports',
    navigation: { group: 'registry', name: SCREEN_NAMES.imports },
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
