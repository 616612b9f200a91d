import * as z from 'zod';
import type { AssetReference } from '../asset/asset-kind.ts';
import { ExpiryNoticeSchema } from '../kernel/expiry-notice.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { upkept } from '../registry/upkeep.ts';
import { HazardSchema } from '../vocabulary/hazards.ts';
import { PositionSchema } from '../vocabulary/position.ts';
import { CapabilityLevelSchema, TeamKindSchema } from '../vocabulary/resource-kinds.ts';
import { type PackageDetails, PackageDetailsSchema } from './package-details.ts';

/** What a package brings, as its teams were when it was defined or last changed. */
export const BroughtSchema = z
  .strictObject({
    teams: z.array(z.strictObject({ teamId: z.uuid(), name: z.string() })).min(1),
    /** For each kind among its teams, the level that all of them reach; 1 is the highest. */
    capabilities: z.array(z.strictObject({ kind: TeamKindSchema, level: CapabilityLevelSchema })).min(1),
    /** All that any of its teams is for. */
    hazards: z.array(HazardSchema).min(1),
    /** Where the first team is based. */
    base: PositionSchema,
    /** Minutes from the call until the slowest team moves off. */
    readinessMinutes: z.int().min(0),
    /** People of all teams. */
    headcount: z.int().min(1),
    /** When the first of their certifications expires. */
    certifiedUntil: InstantSchema,
  })
  .meta({ id: 'PackageBrought' });
export type Brought = z.infer<typeof BroughtSchema>;

const base = {
  id: z.uuid(),
  details: PackageDetailsSchema,
  brought: BroughtSchema,
  /** What the duty room has been told of the end of its validity. */
  validityNotice: ExpiryNoticeSchema,
  ...upkept,
};

/** A mission-ready package of this city. */
export const PackageStateSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('active'), ...base }),
  z.strictObject({ status: z.literal('retired'), ...base, reason: z.string(), retiredAt: InstantSchema }),
]);
export type PackageState = z.infer<typeof PackageStateSchema>;

/** @returns the equipment and vehicles that are kept for a package of these details. */
export const assetsOf = ({
  equipmentIds,
  vehicleIds,
}: Pick<PackageDetails, 'equipmentIds' | 'vehicleIds'>): readonly AssetReference[] => [
  ...equipmentIds.map((id) => ({ kind: 'equipment' as const, id })),
  ...vehicleIds.map((id) => ({ kind: 'vehicle' as const, id })),
];

/** @returns the teams, equipment and vehicles of such a package, to be read with it. */
export const partsOf = (details: Pick<PackageDetails, 'teamIds' | 'equipmentIds' | 'vehicleIds'>) => [
  ...details.teamIds.map((id) => ({ kind: 'team' as const, id })),
  ...assetsOf(details),
];
