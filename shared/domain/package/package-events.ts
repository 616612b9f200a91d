import * as z from 'zod';
import { ASSET_KINDS, type AssetKind } from '../asset/asset-kind.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { PackageDetailsSchema } from './package-details.ts';
import { BroughtSchema } from './package-state.ts';

const assets = z
  .array(z.strictObject({ kind: z.enum(Object.keys(ASSET_KINDS) as [AssetKind, ...AssetKind[]]), id: z.uuid() }))
  .readonly();
const defined = { details: PackageDetailsSchema, brought: BroughtSchema, at: InstantSchema };

export const PackageEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('packageDefined'), id: z.uuid(), ...defined }),
  /** `joined` and `left`: equipment and vehicles that are kept for it from now on, and no longer. */
  z.strictObject({ type: z.literal('packageChanged'), ...defined, joined: assets, left: assets }),
  z.strictObject({ type: z.literal('packageConfirmed'), at: InstantSchema }),
  z.strictObject({ type: z.literal('packageRetired'), reason: z.string(), at: InstantSchema }),
  z.strictObject({ type: z.literal('packageExpiring'), validUntil: InstantSchema }),
  z.strictObject({ type: z.literal('packageExpired'), validUntil: InstantSchema }),
]);
export type PackageEvent = z.infer<typeof PackageEventSchema>;
