import type { AgencyState } from '../agency/agency-state.ts';
import type { ClockRanOut } from '../kernel/aggregate.ts';
import type { PlanDetails } from './plan-details.ts';

/** On whose behalf: the city keeps every plan, people of an agency those of their own. */
export type PlanKeeper = { readonly for: 'city' } | { readonly for: 'agency'; readonly agencyId: string | undefined };

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
  readonly by: PlanKeeper;
  readonly details: PlanDetails;
  readonly reason: string;
}

export type PlanCommand =
  | FilePlan
  | RevisePlan
  /** Says that it is right as it is. */
  | { readonly type: 'confirm'; readonly by: PlanKeeper }
  | { readonly type: 'retire'; readonly reason: string }
  | ClockRanOut;
