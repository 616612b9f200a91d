import type { DeploymentState } from '../deployment/deployment-state.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { Instant } from '../kernel/instant.ts';
import { inOrderOfTime, PERIODS_OVERLAP } from '../vocabulary/availability.ts';
import { assetUnavailability } from './asset-availability.ts';
import { clockFindings } from './asset-clock.ts';
import type { AssetCommand, AssetCommandOf } from './asset-commands.ts';
import type { AssetEvent } from './asset-events.ts';
import type { AssetKind } from './asset-kind.ts';
import { ASSET_REFUSALS } from './asset-refusals.ts';
import { type ActiveAsset, type AssetState, calledAsset } from './asset-state.ts';

type AssetDecision = Decision<AssetEvent>;
type Decide<T extends AssetCommand['type']> = (
  asset: ActiveAsset,
  command: AssetCommandOf<T>,
  now: Instant,
) => AssetDecision;

const named = ({ details }: AssetState) => ({ asset: calledAsset(details) });

const setAvailability: Decide<'set-availability'> = (_asset, { periods }, at) => {
  const ordered = inOrderOfTime(periods);
  return ordered
    ? accept({ type: 'assetAvailabilitySet', periods: ordered, at })
    : refuse(PERIODS_OVERLAP, {}, '/periods');
};

const reportRepair: Decide<'report-repair'> = (asset, { reason }, now) =>
  asset.repair
    ? refuse(ASSET_REFUSALS[asset.kind].underRepair, { ...named(asset), ...asset.repair })
    : accept({ type: 'assetRepairReported', repair: { reason, since: now } });

const reportRepaired: Decide<'report-repaired'> = (asset) =>
  asset.repair ? accept({ type: 'assetRepaired' }) : refuse(ASSET_REFUSALS[asset.kind].notUnderRepair, named(asset));

/** A mission of this city's own team, from which it is not back yet. */
const isUnderWay = (deployment: DeploymentState | undefined): deployment is DeploymentState =>
  deployment?.side === 'owner' && deployment.phase === 'active';

/** On its mission already, it must be to be had for the time that is added. */
const commit: Decide<'commit'> = (asset, { deploymentId, deployment }, now) => {
  if (!isUnderWay(deployment))
    return refuse(ASSET_REFUSALS[asset.kind].noDeployment, { deployment: deploymentId }, '/deploymentId');
  const { agreedReturn: until, mission } = deployment;
  const place = mission.exercise ? 'drillCommitment' : 'commitment';
  const { [place]: given, ...others } = asset;
  const isSame = given?.deploymentId === deploymentId;
  const refusal = assetUnavailability(isSame ? others : asset, { from: now, until }, mission.exercise);
  if (refusal) return { accepted: false, refusal };
  const since = isSame ? given.since : now;
  const commitment = { deploymentId, requestId: mission.requestId, since, until, overdue: false };
  if (mission.exercise) return accept({ type: 'assetCommittedToDrill', commitment });
  const drill = asset.drillCommitment && { calledAwayFrom: asset.drillCommitment.deploymentId };
  return accept({ type: 'assetCommitted', commitment, ...drill });
};

const releaseCommitment: Decide<'release-commitment'> = (asset, { deploymentId }) =>
  [asset.commitment?.deploymentId, asset.drillCommitment?.deploymentId].includes(deploymentId)
    ? accept({ type: 'assetCommitmentReleased', deploymentId })
    : refuse(ASSET_REFUSALS[asset.kind].notCommitted, { ...named(asset), deployment: deploymentId }, '/deploymentId');

const inPackage = (asset: ActiveAsset, packageId: string): AssetDecision =>
  refuse(ASSET_REFUSALS[asset.kind].inPackage, { ...named(asset), package: packageId });

const assign: Decide<'assign'> = (asset, { packageId }) => {
  if (asset.packageId === undefined) return accept({ type: 'assetAssigned', packageId });
  return asset.packageId === packageId ? accept() : inPackage(asset, asset.packageId);
};

const unassign: Decide<'unassign'> = (asset, { packageId }) =>
  asset.packageId === packageId ? accept({ type: 'assetUnassigned', packageId }) : accept();

const retire: Decide<'retire'> = (asset, { reason }, now) => {
  const { commitment, packageId } = asset;
  if (commitment) {
    const { deploymentId: deployment, until } = commitment;
    return refuse(ASSET_REFUSALS[asset.kind].committed, { ...named(asset), deployment, until });
  }
  return packageId === undefined ? accept({ type: 'assetRetired', reason, at: now }) : inPackage(asset, packageId);
};

const decideActive = (
  asset: ActiveAsset,
  command: Exclude<AssetCommand, { readonly type: 'register' }>,
  now: Instant,
): AssetDecision => {
  switch (command.type) {
    case 'change':
      return accept({ type: 'assetChanged', details: command.details, at: now });
    case 'set-availability':
      return setAvailability(asset, command, now);
    case 'confirm':
      return accept({ type: 'assetConfirmed', at: now });
    case 'report-repair':
      return reportRepair(asset, command, now);
    case 'report-repaired':
      return reportRepaired(asset, command, now);
    case 'commit':
      return commit(asset, command, now);
    case 'release-commitment':
      return releaseCommitment(asset, command, now);
    case 'assign':
      return assign(asset, command, now);
    case 'unassign':
      return unassign(asset, command, now);
    case 'retire':
      return retire(asset, command, now);
    case 'clock-ran-out':
      return accept(...clockFindings(asset, now));
  }
};

/** @returns the decisions on equipment, or on vehicles. */
export const assetDecisions =
  (kind: AssetKind) =>
  (asset: AssetState | undefined, command: AssetCommand, { now }: Circumstances): AssetDecision => {
    const reasons = ASSET_REFUSALS[kind];
    if (command.type === 'register') {
      const { id, details } = command;
      return asset ? refuse(reasons.exists) : accept({ type: 'assetRegistered', kind, id, details, at: now });
    }
    if (!asset) return refuse(reasons.unknown);
    if (asset.status === 'active') return decideActive(asset, command, now);
    return command.type === 'clock-ran-out' ? accept() : refuse(reasons.retired, named(asset));
  };
