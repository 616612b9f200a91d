import type { AssetEvent, AssetEventOf } from './asset-events.ts';
import type { ActiveAsset, AssetState } from './asset-state.ts';

const changed = (asset: ActiveAsset, { details, at }: AssetEventOf<'assetChanged'>): ActiveAsset => ({
  ...asset,
  details,
  confirmedAt: at,
  inspectionNotice:
    details.inspection?.expiresAt === asset.details.inspection?.expiresAt ? asset.inspectionNotice : 'none',
});

/** Whichever of the two the mission is that is over. */
const released = (asset: ActiveAsset, deploymentId: string): ActiveAsset =>
  without(asset, asset.drillCommitment?.deploymentId === deploymentId ? 'drillCommitment' : 'commitment');

const without = <K extends 'repair' | 'commitment' | 'drillCommitment' | 'packageId'>(
  asset: ActiveAsset,
  name: K,
): ActiveAsset => {
  const { [name]: _, ...rest } = asset;
  return rest as ActiveAsset;
};

const retired = (
  { repair: _repair, commitment: _mission, drillCommitment: _drill, packageId: _packageId, ...asset }: ActiveAsset,
  { reason, at }: AssetEventOf<'assetRetired'>,
): AssetState => ({ ...asset, status: 'retired', reason, retiredAt: at });

const activeAfter = (asset: ActiveAsset, event: Exclude<AssetEvent, AssetEventOf<'assetRegistered'>>): AssetState => {
  switch (event.type) {
    case 'assetChanged':
      return changed(asset, event);
    case 'assetAvailabilitySet':
      return { ...asset, periods: event.periods, confirmedAt: event.at };
    case 'assetConfirmed':
      return { ...asset, confirmedAt: event.at };
    case 'assetRepairReported':
      return { ...asset, repair: event.repair };
    case 'assetRepaired':
      return without(asset, 'repair');
    case 'assetCommitted':
      return { ...without(asset, 'drillCommitment'), commitment: event.commitment };
    case 'assetCommittedToDrill':
      return { ...asset, drillCommitment: event.commitment };
    case 'assetCommitmentOverdue':
      return asset.commitment ? { ...asset, commitment: { ...asset.commitment, overdue: true } } : asset;
    case 'assetCommitmentReleased':
      return released(asset, event.deploymentId);
    case 'assetAssigned':
      return { ...asset, packageId: event.packageId };
    case 'assetUnassigned':
      return without(asset, 'packageId');
    case 'assetRetired':
      return retired(asset, event);
    case 'inspectionExpiring':
      return { ...asset, inspectionNotice: 'expiring' };
    case 'inspectionExpired':
      return { ...asset, inspectionNotice: 'expired' };
  }
};

/** @returns the piece of equipment or the vehicle after an event. */
export const evolveAsset = (asset: AssetState | undefined, event: AssetEvent): AssetState => {
  if (event.type === 'assetRegistered') {
    const { kind, id, details, at } = event;
    return { status: 'active', kind, id, details, periods: [], inspectionNotice: 'none', confirmedAt: at };
  }
  if (asset?.status !== 'active') throw new Error(`${event.type} happens to what is in service only`);
  return activeAfter(asset, event);
};
