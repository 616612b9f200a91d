import { agencyRoutes } from '../../../shared/http/routes/agencies.ts';
import { depotRoutes } from '../../../shared/http/routes/depots.ts';
import { equipmentRoutes } from '../../../shared/http/routes/equipment.ts';
import { expertRoutes } from '../../../shared/http/routes/experts.ts';
import { packageRoutes } from '../../../shared/http/routes/packages.ts';
import { planRoutes } from '../../../shared/http/routes/plans.ts';
import { rosterRoutes } from '../../../shared/http/routes/rosters.ts';
import { stockRoutes } from '../../../shared/http/routes/stock.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import { vehicleRoutes } from '../../../shared/http/routes/vehicles.ts';
import { AGGREGATE_KIND_NAMES } from '../../../shared/reference/aggregate-kinds.ts';
import type { RegistryArea } from './registry-kind.ts';

const area = <Row, View>(given: Omit<RegistryArea<Row, View>, 'one'>): RegistryArea<Row, View> => ({
  ...given,
  one: AGGREGATE_KIND_NAMES[given.kind],
});

/** The registry's kinds of entry, in the order of the navigation. */
export const REGISTRY_AREAS = {
  team: area({
    kind: 'team',
    path: 'teams',
    idName: 'teamId',
    title: { zh: '救援队伍', en: 'Rescue teams' },
    list: teamRoutes.listTeams,
    read: teamRoutes.readTeam,
    register: teamRoutes.registerTeam,
    change: teamRoutes.changeTeam,
  }),
  agency: area({
    kind: 'agency',
    path: 'agencies',
    idName: 'agencyId',
    title: { zh: '联动单位', en: 'Partner agencies' },
    list: agencyRoutes.listAgencies,
    read: agencyRoutes.readAgency,
    register: agencyRoutes.registerAgency,
    change: agencyRoutes.changeAgency,
  }),
  expert: area({
    kind: 'expert',
    path: 'experts',
    idName: 'expertId',
    title: { zh: '专家库', en: 'Experts' },
    list: expertRoutes.listExperts,
    read: expertRoutes.readExpert,
    register: expertRoutes.appointExpert,
    change: expertRoutes.changeExpert,
  }),
  stock: area({
    kind: 'stock',
    path: 'stock',
    idName: 'stockId',
    title: { zh: '物资库存', en: 'Stock' },
    list: stockRoutes.listStock,
    read: stockRoutes.readStock,
    register: stockRoutes.registerStock,
    change: stockRoutes.changeStock,
  }),
  depot: area({
    kind: 'depot',
    path: 'depots',
    idName: 'depotId',
    title: { zh: '物资仓库', en: 'Depots' },
    list: depotRoutes.listDepots,
    read: depotRoutes.readDepot,
    register: depotRoutes.registerDepot,
    change: depotRoutes.changeDepot,
  }),
  equipment: area({
    kind: 'equipment',
    path: 'equipment',
    idName: 'equipmentId',
    title: { zh: '装备', en: 'Equipment' },
    list: equipmentRoutes.list,
    read: equipmentRoutes.read,
    register: equipmentRoutes.register,
    change: equipmentRoutes.change,
  }),
  vehicle: area({
    kind: 'vehicle',
    path: 'vehicles',
    idName: 'vehicleId',
    title: { zh: '车辆', en: 'Vehicles' },
    list: vehicleRoutes.list,
    read: vehicleRoutes.read,
    register: vehicleRoutes.register,
    change: vehicleRoutes.change,
  }),
  package: area({
    kind: 'package',
    path: 'packages',
    idName: 'packageId',
    title: { zh: '任务包', en: 'Mission-ready packages' },
    list: packageRoutes.listPackages,
    read: packageRoutes.readPackage,
    register: packageRoutes.definePackage,
    change: packageRoutes.changePackage,
  }),
  plan: area({
    kind: 'plan',
    path: 'plans',
    idName: 'planId',
    title: { zh: '应急预案', en: 'Emergency plans' },
    list: planRoutes.listPlans,
    read: planRoutes.readPlan,
    register: planRoutes.filePlan,
    change: planRoutes.revisePlan,
  }),
  roster: area({
    kind: 'roster',
    path: 'rosters',
    idName: 'officeId',
    title: { zh: '值班表', en: 'Duty rosters' },
    list: rosterRoutes.listRosters,
    read: rosterRoutes.readRoster,
    register: rosterRoutes.establishRoster,
    change: rosterRoutes.changeDutyOffice,
  }),
} as const;
