import { expiryNoticeDueAt } from '../kernel/expiry-notice.ts';
import { earliest, type Instant } from '../kernel/instant.ts';
import type { AssetEvent } from './asset-events.ts';
import type { ActiveAsset, AssetState } from './asset-state.ts';

const inspectionDueAt = ({ details, inspectionNotice }: ActiveAsset): Instant | undefined =>
  details.inspection && expiryNoticeDueAt(inspectionNotice, details.inspection.expiresAt);

const returnDueAt = ({ commitment }: ActiveAsset): Instant | undefined =>
  commitment?.overdue === false ? commitment.until : undefined;

/** @returns when the duty room must next be told that an inspection ends, or that it should be back from its mission, or is done playing; if ever. */
export const assetDueAt = (asset: AssetState): Instant | undefined =>
  asset.status === 'retired'
    ? undefined
    : earliest(inspectionDueAt(asset), returnDueAt(asset), asset.drillCommitment?.until);

const isDue = (dueAt: Instant | undefined, now: Instant): boolean => dueAt !== undefined && dueAt <= now;

/** @returns what the clock finds by now. */
export const clockFindings = (asset: ActiveAsset, now: Instant): readonly AssetEvent[] => {
  const { inspection } = asset.details;
  const { commitment } = asset;
  const expiry: readonly AssetEvent[] =
    inspection && isDue(inspectionDueAt(asset), now)
      ? [
          {
            type: inspection.expiresAt <= now ? 'inspectionExpired' : 'inspectionExpiring',
            expiresAt: inspection.expiresAt,
          },
        ]
      : [];
  const overdue: readonly AssetEvent[] =
    commitment && isDue(returnDueAt(asset), now) ? [{ type: 'assetCommitmentOverdue', until: commitment.until }] : [];
  const drill = asset.drillCommitment;
  const played: readonly AssetEvent[] =
    drill && isDue(drill.until, now) ? [{ type: 'assetCommitmentReleased', deploymentId: drill.deploymentId }] : [];
  return [...expiry, ...overdue, ...played];
};
