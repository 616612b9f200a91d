import type { AssetState } from '../asset/asset-state.ts';
import type { ClockRanOut } from '../kernel/aggregate.ts';
import type { TeamState } from '../team/team-state.ts';
import type { PackageDetails } from './package-details.ts';

/** What a package is made of as this city's registry has it now, as far as it has it. */
export interface PackageParts {
  readonly teams: readonly TeamState[];
  readonly assets: readonly AssetState[];
}

export type PackageCommand =
  | { readonly type: 'define'; readonly id: string; readonly details: PackageDetails; readonly parts: PackageParts }
  | { readonly type: 'change'; readonly details: PackageDetails; readonly parts: PackageParts }
  /** Says that what is defined is right as it is. */
  | { readonly type: 'confirm' }
  | { readonly type: 'retire'; readonly reason: string }
  | ClockRanOut;
