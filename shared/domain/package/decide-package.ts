import type { AssetReference } from '../asset/asset-kind.ts';
import { ASSET_REFUSALS } from '../asset/asset-refusals.ts';
import { type AssetState, calledAsset } from '../asset/asset-state.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { expiryNoticeDueAt } from '../kernel/expiry-notice.ts';
import type { Instant } from '../kernel/instant.ts';
import type { TeamState } from '../team/team-state.ts';
import { broughtBy } from './package-brought.ts';
import type { PackageCommand, PackageParts } from './package-commands.ts';
import { MAXIMUM_PACKAGE_ASSETS, type PackageDetails } from './package-details.ts';
import type { PackageEvent } from './package-events.ts';
import { PACKAGE_REFUSALS as REFUSALS } from './package-refusals.ts';
import { assetsOf, type Brought, type PackageState } from './package-state.ts';

type Decided = Decision<PackageEvent>;
type No = Extract<Decided, { readonly accepted: false }>;

/** Teams in service, in the order named. */
const namedTeams = ({ teamIds }: PackageDetails, teams: readonly TeamState[]): readonly TeamState[] | No => {
  const named: TeamState[] = [];
  for (const [index, id] of teamIds.entries()) {
    const team = teams.find((known) => known.id === id);
    const pointer = `/teamIds/${index}`;
    if (!team) return refuse(REFUSALS.partUnknown, { part: id }, pointer);
    if (team.status === 'retired') return refuse(REFUSALS.partRetired, { part: team.details.name }, pointer);
    named.push(team);
  }
  return named;
};

const assetRefusal = (
  { kind, id }: AssetReference,
  index: number,
  packageId: string,
  assets: readonly AssetState[],
): No | undefined => {
  const pointer = `/${kind}Ids/${index}`;
  const asset = assets.find((known) => known.kind === kind && known.id === id);
  if (!asset) return refuse(REFUSALS.partUnknown, { part: id }, pointer);
  const called = calledAsset(asset.details);
  if (asset.status === 'retired') return refuse(REFUSALS.partRetired, { part: called }, pointer);
  return asset.packageId === undefined || asset.packageId === packageId
    ? undefined
    : refuse(ASSET_REFUSALS[kind].inPackage, { asset: called, package: asset.packageId }, pointer);
};

const assetsRefusal = (packageId: string, details: PackageDetails, assets: readonly AssetState[]): No | undefined =>
  [assetsOf({ ...details, vehicleIds: [] }), assetsOf({ ...details, equipmentIds: [] })]
    .flatMap((ofKind) => ofKind.map((reference, index) => assetRefusal(reference, index, packageId, assets)))
    .find((refusal) => refusal !== undefined);

/** @returns what it brings, or why it cannot be made of these. */
const madeOf = (packageId: string, details: PackageDetails, { teams, assets }: PackageParts): Brought | No => {
  const named = namedTeams(details, teams);
  if ('accepted' in named) return named;
  const [first, ...others] = named;
  if (!first) throw new Error('a package names at least one team');
  return assetsRefusal(packageId, details, assets) ?? broughtBy([first, ...others]);
};

const define = ({ id, details, parts }: Extract<PackageCommand, { type: 'define' }>, at: Instant): Decided => {
  const brought = madeOf(id, details, parts);
  return 'accepted' in brought ? brought : accept({ type: 'packageDefined', id, details, brought, at });
};

const missingFrom = (those: readonly AssetReference[], from: readonly AssetReference[]): AssetReference[] =>
  from.filter(({ kind, id }) => !those.some((other) => other.kind === kind && other.id === id));

const change = (
  { id, details: before }: PackageState,
  { details, parts }: Extract<PackageCommand, { type: 'change' }>,
  at: Instant,
): Decided => {
  const [old, now] = [assetsOf(before), assetsOf(details)];
  const joined = missingFrom(old, now);
  const left = missingFrom(now, old);
  const moves = joined.length + left.length;
  if (moves > MAXIMUM_PACKAGE_ASSETS)
    return refuse(REFUSALS.tooManyMoves, { moves, most: MAXIMUM_PACKAGE_ASSETS }, '/vehicleIds');
  const brought = madeOf(id, details, parts);
  return 'accepted' in brought ? brought : accept({ type: 'packageChanged', details, brought, joined, left, at });
};

/** @returns when the duty room must next be told that its validity ends, if ever. */
export const packageDueAt = ({ status, details, validityNotice }: PackageState): Instant | undefined =>
  status === 'retired' ? undefined : expiryNoticeDueAt(validityNotice, details.validUntil);

const clockRanOut = (state: PackageState, now: Instant): Decided => {
  const dueAt = packageDueAt(state);
  if (dueAt === undefined || dueAt > now) return accept();
  const { validUntil } = state.details;
  return accept({ type: validUntil <= now ? 'packageExpired' : 'packageExpiring', validUntil });
};

/** @returns what a command on a mission-ready package comes to. */
export const decidePackage = (
  state: PackageState | undefined,
  command: PackageCommand,
  { now }: Circumstances,
): Decided => {
  if (command.type === 'define') return state ? refuse(REFUSALS.exists) : define(command, now);
  if (!state) return refuse(REFUSALS.unknown);
  if (command.type === 'clock-ran-out') return clockRanOut(state, now);
  if (state.status === 'retired') return refuse(REFUSALS.retired, { package: state.details.name });
  switch (command.type) {
    case 'change':
      return change(state, command, now);
    case 'confirm':
      return accept({ type: 'packageConfirmed', at: now });
    case 'retire':
      return accept({ type: 'packageRetired', reason: command.reason, at: now });
  }
};
