import type { SpreadsheetKind } from '../../domain/import-job/spreadsheet-kind.ts';
import type { AnyRegistryTable } from '../table.ts';
import { agencyTable } from './agency-table.ts';
import { equipmentTable, vehicleTable } from './asset-table.ts';
import { depotTable } from './depot-table.ts';
import { expertTable } from './expert-table.ts';
import { packageTable } from './package-table.ts';
import { planTable } from './plan-table.ts';
import { rosterTable } from './roster-table.ts';
import { stockTable } from './stock-table.ts';
import { teamTable } from './team-table.ts';

/** Every kind of registry entry as a table. */
export const TABLES: Readonly<Record<SpreadsheetKind, AnyRegistryTable>> = {
  team: teamTable,
  agency: agencyTable,
  expert: expertTable,
  depot: depotTable,
  stock: stockTable,
  equipment: equipmentTable,
  vehicle: vehicleTable,
  package: packageTable,
  plan: planTable,
  roster: rosterTable,
};
