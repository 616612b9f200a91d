import type { SpreadsheetKind } from '../../domain/import-job/spreadsheet-kind.ts';
import type { AnyRegistryTable } from '../table.ts';
import { agencyTable } from './agency-table.ts';
import { expertTable } from './expert-table.ts';
import { teamTable } from './team-table.ts';

/** Every kind of registry entry as a table. */
export const TABLES: Readonly<Record<SpreadsheetKind, AnyRegistryTable>> = {
  team: teamTable,
  agency: agencyTable,
  expert: expertTable,
};
