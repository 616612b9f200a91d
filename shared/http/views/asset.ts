import * as z from 'zod';
import { AssetConditionSchema, assetConditionOf } from '../../domain/asset/asset-availability.ts';
import type { AssetKind } from '../../domain/asset/asset-kind.ts';
import { AssetCommitmentSchema, type AssetState, RepairSchema } from '../../domain/asset/asset-state.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import type { MissionPeriod } from '../../domain/team/team-availability.ts';
import { AvailabilityPeriodSchema } from '../../domain/vocabulary/availability.ts';
import { type Freshness, upkeepShown, upkeepView } from './upkeep.ts';

/** By what name the id of equipment or of a vehicle goes in paths and views. */
export type AssetIdName<K extends AssetKind> = `${K}Id`;

/** @returns {@link AssetIdName}. */
export const assetIdName = <K extends AssetKind>(kind: K): AssetIdName<K> => `${kind}Id`;

/** @returns the one property that holds the id. */
export const idShape = <K extends AssetKind>(kind: K): Record<AssetIdName<K>, z.ZodUUID> =>
  ({ [assetIdName(kind)]: z.uuid() }) as Record<AssetIdName<K>, z.ZodUUID>;

const shown = {
  status: z.enum(['active', 'retired']),
  /** For the period asked about; now unless one is. */
  condition: AssetConditionSchema,
  periods: z.array(AvailabilityPeriodSchema),
  repair: RepairSchema.optional(),
  commitment: AssetCommitmentSchema.optional(),
  /** The mission of a drill it plays in; real missions have it all the same. */
  drillCommitment: AssetCommitmentSchema.optional(),
  /** The mission-ready package it is kept for. */
  packageId: z.uuid().optional(),
  retirement: z.strictObject({ reason: z.string(), at: InstantSchema }).optional(),
  ...upkeepShown,
};

/** @returns the schema of equipment or of a vehicle as it is shown: what the registry holds of it, and how it is. */
export const assetViewSchema = <K extends AssetKind, S extends z.ZodRawShape>(kind: K, details: z.ZodObject<S>) =>
  details.extend(shown).extend(idShape(kind));

/** @returns the view; `period` is what its condition is asked for. */
export const assetView = (asset: AssetState, at: Freshness, period?: MissionPeriod) => {
  const { kind, id, status, details, periods } = asset;
  const own =
    asset.status === 'retired'
      ? { retirement: { reason: asset.reason, at: asset.retiredAt } }
      : {
          ...(asset.repair ? { repair: asset.repair } : {}),
          ...(asset.commitment ? { commitment: asset.commitment } : {}),
          ...(asset.drillCommitment ? { drillCommitment: asset.drillCommitment } : {}),
          ...(asset.packageId === undefined ? {} : { packageId: asset.packageId }),
        };
  return {
    ...{
      [assetIdName(kind)]: id,
      status,
      condition: assetConditionOf(asset, period ?? { from: at.now, until: at.now }),
    },
    ...details,
    ...{ periods, ...own },
    ...upkeepView(asset, at, status === 'active'),
  };
};
