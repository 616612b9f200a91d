import * as z from 'zod';
import type { EquipmentDetails } from '../equipment/equipment-details.ts';
import { ExpiryNoticeSchema } from '../kernel/expiry-notice.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { upkept } from '../registry/upkeep.ts';
import type { VehicleDetails } from '../vehicle/vehicle-details.ts';
import { AvailabilityPeriodSchema } from '../vocabulary/availability.ts';
import type { AssetKind } from './asset-kind.ts';

/** What the registry holds of a piece of equipment or a vehicle, as people enter it. */
export type AssetDetails = EquipmentDetails | VehicleDetails;

/** The mission it has been given to; `overdue` once the duty room was told that it should be back. */
export const AssetCommitmentSchema = z
  .strictObject({
    deploymentId: z.uuid(),
    requestId: z.uuid(),
    since: InstantSchema,
    until: InstantSchema,
    overdue: z.boolean(),
  })
  .meta({ id: 'AssetCommitment' });

/** Why it is in the workshop, and since when. */
export const RepairSchema = z.strictObject({ reason: z.string(), since: InstantSchema }).meta({ id: 'Repair' });

/** @returns the schema of a piece of equipment or a vehicle of this city. */
export const assetStateSchema = (kind: AssetKind, details: z.ZodType<AssetDetails>) => {
  const base = {
    kind: z.literal(kind),
    id: z.uuid(),
    details,
    /** In order of time; none overlaps another. */
    periods: z.array(AvailabilityPeriodSchema),
    /** What the duty room has been told of the end of its inspection. */
    inspectionNotice: ExpiryNoticeSchema,
    ...upkept,
  };
  return z.discriminatedUnion('status', [
    z.strictObject({
      status: z.literal('active'),
      ...base,
      repair: RepairSchema.optional(),
      commitment: AssetCommitmentSchema.optional(),
      /** The mission of a drill that it plays in, at most until its end. It keeps nobody from giving it to a real one. */
      drillCommitment: AssetCommitmentSchema.optional(),
      /** The mission-ready package it is kept for: one at a time. */
      packageId: z.uuid().optional(),
    }),
    z.strictObject({ status: z.literal('retired'), ...base, reason: z.string(), retiredAt: InstantSchema }),
  ]);
};
export type AssetState = z.infer<ReturnType<typeof assetStateSchema>>;
export type ActiveAsset = Extract<AssetState, { readonly status: 'active' }>;

/** @returns what people tell it apart by, e.g. 排涝车（青A·演0007）. */
export const calledAsset = ({ name, number }: Pick<AssetDetails, 'name' | 'number'>): string => `${name}（${number}）`;
