import type { AgencyState } from '../agency/agency-state.ts';
import type { ClockRanOut } from '../kernel/aggregate.ts';
import type { Instant } from '../kernel/instant.ts';
import type { OfficeDetails, RosterShift } from './roster-state.ts';

/** Begins to keep a roster of an office, or does so again. */
export interface EstablishRoster {
  readonly type: 'establish';
  readonly id: string;
  /** The agency whose office it is, as this city knows it under the id; left out for the city's own duty room. */
  readonly of?: { readonly agency: AgencyState | undefined };
  readonly office: OfficeDetails;
}

/** A shift that begins when one of the roster does takes its place: 替班. */
export interface PlanShifts {
  readonly type: 'plan-shifts';
  readonly shifts: readonly RosterShift[];
}

export interface RemoveShift {
  readonly type: 'remove-shift';
  /** When the shift begins. */
  readonly from: Instant;
  readonly reason: string;
}

export interface HandOver {
  readonly type: 'hand-over';
  /** When the shift that takes over begins; the present one unless given. */
  readonly shift?: Instant | undefined;
  /** Names, as the roster has them. */
  readonly handedOverBy: string;
  readonly takenOverBy: string;
  readonly notes: string;
}

/** Somebody reads whom to ring, with telephones, for a reason that the ledger keeps. */
export interface ShowLines {
  readonly type: 'show-lines';
  /** The moment for which they are read; now unless given. */
  readonly at?: Instant | undefined;
  readonly reason: string;
}

export type RosterCommand =
  | EstablishRoster
  | { readonly type: 'change-office'; readonly office: OfficeDetails }
  | PlanShifts
  | RemoveShift
  | HandOver
  | ShowLines
  | { readonly type: 'discontinue'; readonly reason: string }
  | ClockRanOut;
