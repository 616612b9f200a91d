import { missionPackage } from '../../shared/domain/package/package.ts';
import { broughtBy } from '../../shared/domain/package/package-brought.ts';
import type { PackageParts } from '../../shared/domain/package/package-commands.ts';
import type { PackageDetails } from '../../shared/domain/package/package-details.ts';
import type { PackageState } from '../../shared/domain/package/package-state.ts';
import type { TeamState } from '../../shared/domain/team/team-state.ts';
import { aVehicle, EQUIPMENT_ID, somePumps, VEHICLE_ID } from './asset.ts';
import { NOW } from './circumstances.ts';
import { aTeam, someDetails, TEAM_ID } from './team.ts';

export const PACKAGE_ID = '0190b000-0000-7000-8000-000000000f01';
export const MEDICAL_TEAM_ID = '0190b000-0000-7000-8000-000000000502';

/** A medical team of level 2 that takes an hour to move off. */
export const theMedics = (): TeamState =>
  aTeam({
    id: MEDICAL_TEAM_ID,
    details: someDetails({
      name: '兰州医疗救护队',
      kind: 'medical-rescue',
      level: 2,
      hazards: ['earthquake', 'flood'],
      headcount: 8,
      readinessMinutes: 60,
    }),
  });

export const packageDetails = (overrides: Partial<PackageDetails> = {}): PackageDetails => ({
  name: '水域救援与医疗任务包',
  mission: '洪涝灾害水域救援与现场医疗',
  capability: '昼夜转移被困群众，每日 300 人',
  limitations: '流速 3 m/s 以下',
  logisticsNeeded: '油料、宿营场地',
  footprint: '1000 m²',
  personnel: [{ role: '潜水员', credential: '潜水员证', number: 4 }],
  teamIds: [TEAM_ID, MEDICAL_TEAM_ID],
  equipmentIds: [EQUIPMENT_ID],
  vehicleIds: [VEHICLE_ID],
  equipment: [{ name: '救生衣', quantity: 40, unit: '件' }],
  commodities: [{ code: '1010101', name: '瓶装水', quantity: 600, unit: '瓶' }],
  fortnightCosts: { personnel: 1_400_001, travel: 300_001, equipment: 140_000 },
  validFrom: '2025-12-31T16:00:00.000Z',
  validUntil: '2027-12-31T16:00:00.000Z',
  ...overrides,
});

/** All that the package names, to be had. */
export const packageParts = (overrides: Partial<PackageParts> = {}): PackageParts => ({
  teams: [aTeam(), theMedics()],
  assets: [somePumps({ packageId: PACKAGE_ID }), aVehicle({ packageId: PACKAGE_ID })],
  ...overrides,
});

/** A package in use. */
export const aPackage = (overrides: Partial<Extract<PackageState, { status: 'active' }>> = {}): PackageState => ({
  status: 'active',
  id: PACKAGE_ID,
  details: packageDetails(),
  brought: broughtBy([aTeam(), theMedics()]),
  validityNotice: 'none',
  confirmedAt: NOW,
  ...overrides,
});

/** The same, retired. */
export const aRetiredPackage = (): PackageState =>
  missionPackage.evolve(aPackage(), { type: 'packageRetired', reason: '整编', at: NOW });
