import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { AvailabilityPeriodSchema } from '../vocabulary/availability.ts';
import type { AssetKind } from './asset-kind.ts';
import { AssetCommitmentSchema, type AssetDetails, RepairSchema } from './asset-state.ts';

const at = InstantSchema;

/** @returns the schema of what happens to equipment or vehicles. */
export const assetEventSchema = (kind: AssetKind, details: z.ZodType<AssetDetails>) =>
  z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('assetRegistered'), kind: z.literal(kind), id: z.uuid(), details, at }),
    z.strictObject({ type: z.literal('assetChanged'), details, at }),
    z.strictObject({ type: z.literal('assetAvailabilitySet'), periods: z.array(AvailabilityPeriodSchema), at }),
    z.strictObject({ type: z.literal('assetConfirmed'), at }),
    z.strictObject({ type: z.literal('assetRepairReported'), repair: RepairSchema }),
    z.strictObject({ type: z.literal('assetRepaired') }),
    z.strictObject({
      type: z.literal('assetCommitted'),
      commitment: AssetCommitmentSchema,
      /** The deployment of a drill that does without it from now on. */
      calledAwayFrom: z.uuid().optional(),
    }),
    z.strictObject({ type: z.literal('assetCommittedToDrill'), commitment: AssetCommitmentSchema }),
    z.strictObject({ type: z.literal('assetCommitmentOverdue'), until: InstantSchema }),
    z.strictObject({ type: z.literal('assetCommitmentReleased'), deploymentId: z.uuid() }),
    z.strictObject({ type: z.literal('assetAssigned'), packageId: z.uuid() }),
    z.strictObject({ type: z.literal('assetUnassigned'), packageId: z.uuid() }),
    z.strictObject({ type: z.literal('assetRetired'), reason: z.string(), at: InstantSchema }),
    z.strictObject({ type: z.literal('inspectionExpiring'), expiresAt: InstantSchema }),
    z.strictObject({ type: z.literal('inspectionExpired'), expiresAt: InstantSchema }),
  ]);
export type AssetEvent = z.infer<ReturnType<typeof assetEventSchema>>;
export type AssetEventOf<T extends AssetEvent['type']> = Extract<AssetEvent, { readonly type: T }>;
