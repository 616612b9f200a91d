import type { AgencyKeeper } from '../agency/agency-commands.ts';
import type { AgencyState } from '../agency/agency-state.ts';
import type { ClockRanOut } from '../kernel/aggregate.ts';
import type { PlanDetails } from './plan-details.ts';

export interface FilePlan {
  readonly type: 'file';
  readonly id: string;
  readonly details: PlanDetails;
  /** What this city holds under the agency that was named; left out where none was. */
  readonly agency?: { readonly state: AgencyState | undefined };
}

/** A new version, or a correction of the present one: `version` tells which. */
export interface RevisePlan {
  readonly type: 'revise';
  readonly by: AgencyKeeper;
  readonly details: PlanDetails;
  readonly reason: string;
}

export type PlanCommand =
  | FilePlan
  | RevisePlan
  /** Says that it is right as it is. */
  | { readonly type: 'confirm'; readonly by: AgencyKeeper }
  | { readonly type: 'retire'; readonly reason: string }
  | ClockRanOut;
