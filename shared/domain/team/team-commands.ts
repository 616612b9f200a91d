import type { ClockRanOut } from '../kernel/aggregate.ts';
import type { Instant } from '../kernel/instant.ts';
import type { DutyClaim } from '../roster/duty-standing.ts';
import type { AvailabilityPeriod } from '../vocabulary/availability.ts';
import type { DutyContact, TeamDetails } from './team-state.ts';

export interface RegisterTeam {
  readonly type: 'register';
  readonly id: string;
  readonly details: TeamDetails;
  readonly dutyContact: DutyContact;
}

export interface ChangeTeam {
  readonly type: 'change';
  readonly details: TeamDetails;
  /** Left out: as before. Views mask it, so that who changes other things need not know it. */
  readonly dutyContact?: DutyContact | undefined;
}

/** Who keeps the registry may speak for any team; a team leader, whatever else that person is, for the own team only. */
type Capacity = 'city' | 'leader';

/** Replaces all periods. */
export interface SetAvailability {
  readonly type: 'set-availability';
  readonly as: Capacity;
  readonly periods: readonly AvailabilityPeriod[];
}

/** Says that what is registered is right as it is. */
export interface ConfirmTeam {
  readonly type: 'confirm';
  readonly as: Capacity;
}

interface RetireTeam {
  readonly type: 'retire';
  readonly reason: string;
}

/** Promises the team to a mission, from now until `until`. */
export interface CommitTeam {
  readonly type: 'commit';
  readonly deploymentId: string;
  readonly requestId: string;
  readonly until: Instant;
  /** For a drill: kept apart from what is real. */
  readonly exercise?: boolean;
}

/** The mission it is promised to goes on until `until`; does nothing when the team is promised to another one or to none. */
export interface ExtendTeamCommitment {
  readonly type: 'extend-commitment';
  readonly deploymentId: string;
  readonly until: Instant;
}

/** The mission is over or called off; does nothing when the team is promised to another one or to none. */
interface ReleaseTeamCommitment {
  readonly type: 'release-commitment';
  readonly deploymentId: string;
}

/** A warning has it ready to move at once; does nothing when it is on standby for that warning already. */
export interface PutOnStandby {
  readonly type: 'put-on-standby';
  readonly warningId: string;
  readonly until: Instant;
  readonly reason: string;
}

/** The warning is over; does nothing when it was not on standby for it. */
interface EndStandby {
  readonly type: 'end-standby';
  readonly warningId: string;
}

/** Somebody reads the personal data of the duty contact, for a reason that the ledger keeps. */
interface ShowContact {
  readonly type: 'show-contact';
  readonly reason: string;
  readonly duty: DutyClaim;
}

export type TeamCommand =
  | RegisterTeam
  | ChangeTeam
  | SetAvailability
  | ConfirmTeam
  | RetireTeam
  | CommitTeam
  | ExtendTeamCommitment
  | ReleaseTeamCommitment
  | PutOnStandby
  | EndStandby
  | ShowContact
  | ClockRanOut;
