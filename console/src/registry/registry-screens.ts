import type { SpreadsheetKind } from '../../../shared/domain/import-job/spreadsheet-kind.ts';
import { registryUpkeepRoutes } from '../../../shared/http/routes/registry-upkeep.ts';
import { rosterRoutes } from '../../../shared/http/routes/rosters.ts';
import type { ScreenDefinition } from '../shell/screen-definition.ts';
import { SCREEN_NAMES } from '../shell/screen-names.ts';
import { REGISTRY_AREAS } from './registry-areas.ts';
import type { RegistryScreens } from './screens-of.ts';

/** What is each kind's own, loaded when one first goes there. */
const SCREENS_OF: Readonly<Record<SpreadsheetKind, () => Promise<RegistryScreens>>> = {
  team: async () => (await import('./kinds/team.tsx')).TEAM_SCREENS,
  agency: async () => (await import('./kinds/agency.tsx')).AGENCY_SCREENS,
  expert: async () => (await import('./kinds/expert.tsx')).EXPERT_SCREENS,
  stock: async () => (await import('./kinds/stock.tsx')).STOCK_SCREENS,
  depot: async () => (await import('./kinds/depot.tsx')).DEPOT_SCREENS,
  equipment: async () => (await import('./kinds/equipment.tsx')).EQUIPMENT_SCREENS,
  vehicle: async () => (await import('./kinds/vehicle.tsx')).VEHICLE_SCREENS,
  package: async () => (await import('./kinds/package.tsx')).PACKAGE_SCREENS,
  plan: async () => (await import('./kinds/plan.tsx')).PLAN_SCREENS,
  roster: async () => (await import('./kinds/roster.tsx')).ROSTER_SCREENS,
};

/** Those who may see of a list's screen only what stands above the list. */
const ALSO_FOR: Readonly<Partial<Record<SpreadsheetKind, ScreenDefinition['needs']>>> = {
  roster: [rosterRoutes.listOnDuty],
};

const screensFor = (area: (typeof REGISTRY_AREAS)[SpreadsheetKind]): readonly ScreenDefinition[] => {
  const { kind, path, idName, title, list, read, register, change } = area;
  const load = SCREENS_OF[kind];
  return [
    {
      path,
      navigation: { group: 'registry', name: title },
      needs: [list, ...(ALSO_FOR[kind] ?? [])],
      load: async () => (await load()).List,
    },
    { path: `${path}/new`, needs: [register], load: async () => (await load()).Registration },
    { path: `${path}/:${idName}`, needs: [read], shows: kind, load: async () => (await load()).Entry },
    { path: `${path}/:${idName}/change`, needs: [change], load: async () => (await load()).Change },
  ];
};

/** The registry: ten kinds of entry, and what must be seen to so that it stays true. */
export const REGISTRY_SCREENS: readonly ScreenDefinition[] = [
  ...Object.values(REGISTRY_AREAS).flatMap(screensFor),
  {
    path: 'upkeep',
    navigation: { group: 'registry', name: SCREEN_NAMES.upkeep },
    needs: [registryUpkeepRoutes.listExpiringEntries],
    load: async () => (await import('./upkeep-screen.tsx')).UpkeepScreen,
  },
];
