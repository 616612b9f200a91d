import { drillRoutes } from '../../../shared/http/routes/drills.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';

/** Practising, by script and with a score. */
export const DRILLS_SCREENS: readonly ScreenDefinition[] = [
  {
    path: 'drills',
    navigation: { group: 'review', name: SCREEN_NAMES.drills },
    needs: [drillRoutes.listDrills],
    load: async () => (await import('./drill-list.tsx')).DrillList,
  },
  {
    path: 'drills/new',
    needs: [drillRoutes.planDrill],
    load: async () => (await import('./plan-drill.tsx')).PlanDrill,
  },
  {
    path: 'drills/:drillId',
    needs: [drillRoutes.readDrill],
    shows: 'drill',
    load: async () => (await import('./drill-screen.tsx')).DrillScreen,
  },
];
