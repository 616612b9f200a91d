import * as z from 'zod';
import type { Refusal } from '../kernel/refusal.ts';
import type { MissionPeriod } from '../team/team-availability.ts';
import { blockedWithin } from '../vocabulary/availability.ts';
import { ASSET_REFUSALS } from './asset-refusals.ts';
import { type AssetState, calledAsset } from './asset-state.ts';

/** In one word whether something can be had; in the order in which reasons are looked for. */
export const AssetConditionSchema = z
  .enum(['available', 'retired', 'committed', 'under-repair', 'inspection-expired', 'unavailable'])
  .meta({ id: 'AssetCondition' });
export type AssetCondition = z.infer<typeof AssetConditionSchema>;

type Impediment = { readonly condition: Exclude<AssetCondition, 'available'>; readonly refusal: Refusal };

/** The first reason why it cannot be had for a period: retired, on a mission, under repair, inspection expired by its beginning, away. */
const impedimentTo = (
  asset: AssetState,
  { from, until }: MissionPeriod,
  forExercise: boolean,
): Impediment | undefined => {
  const reasons = ASSET_REFUSALS[asset.kind];
  const named = { asset: calledAsset(asset.details) };
  if (asset.status === 'retired')
    return { condition: 'retired', refusal: { reason: reasons.retired, parameters: named } };
  const { repair, details, periods } = asset;
  const commitment = asset.commitment ?? (forExercise ? asset.drillCommitment : undefined);
  if (commitment) {
    const parameters = { ...named, deployment: commitment.deploymentId, until: commitment.until };
    return { condition: 'committed', refusal: { reason: reasons.committed, parameters } };
  }
  if (repair)
    return { condition: 'under-repair', refusal: { reason: reasons.underRepair, parameters: { ...named, ...repair } } };
  const expiresAt = details.inspection?.expiresAt;
  if (expiresAt !== undefined && expiresAt <= from)
    return {
      condition: 'inspection-expired',
      refusal: { reason: reasons.inspectionExpired, parameters: { ...named, expiresAt } },
    };
  const away = blockedWithin(periods, { from, until });
  if (!away) return undefined;
  const parameters = { ...named, begins: away.from, until: away.until, reason: away.reason };
  return { condition: 'unavailable', refusal: { reason: reasons.notAvailable, parameters } };
};

/** @returns why it cannot be had for a period, `undefined` when it can; what is real does not look at drills. */
export const assetUnavailability = (
  asset: AssetState,
  period: MissionPeriod,
  forExercise = false,
): Refusal | undefined => impedimentTo(asset, period, forExercise)?.refusal;

/** @returns its condition for a period. */
export const assetConditionOf = (asset: AssetState, period: MissionPeriod): AssetCondition =>
  impedimentTo(asset, period, false)?.condition ?? 'available';
