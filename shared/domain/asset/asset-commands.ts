import type { DeploymentState } from '../deployment/deployment-state.ts';
import type { ClockRanOut } from '../kernel/aggregate.ts';
import type { AvailabilityPeriod } from '../vocabulary/availability.ts';
import type { AssetDetails } from './asset-state.ts';

interface Register {
  readonly type: 'register';
  readonly id: string;
  readonly details: AssetDetails;
}

/** Gives it to a mission of one of this city's teams, until that goes home; once more to take over a new end. */
interface Commit {
  readonly type: 'commit';
  readonly deploymentId: string;
  /** As this city has it; `undefined` when it has no such deployment. */
  readonly deployment: DeploymentState | undefined;
}

export type AssetCommand =
  | Register
  | { readonly type: 'change'; readonly details: AssetDetails }
  /** Replaces all periods. */
  | { readonly type: 'set-availability'; readonly periods: readonly AvailabilityPeriod[] }
  /** Says that what is registered is right as it is. */
  | { readonly type: 'confirm' }
  | { readonly type: 'report-repair'; readonly reason: string }
  | { readonly type: 'report-repaired' }
  | Commit
  | { readonly type: 'release-commitment'; readonly deploymentId: string }
  /** Consequences of a package's definition; what is kept for another package stays there. */
  | { readonly type: 'assign'; readonly packageId: string }
  | { readonly type: 'unassign'; readonly packageId: string }
  | { readonly type: 'retire'; readonly reason: string }
  | ClockRanOut;
export type AssetCommandOf<T extends AssetCommand['type']> = Extract<AssetCommand, { readonly type: T }>;
