import type { ClockRanOut } from '../kernel/aggregate.ts';
import type { DutyClaim } from '../roster/duty-standing.ts';
import type { DutyContact } from '../team/team-state.ts';
import type { AvailabilityPeriod } from '../vocabulary/availability.ts';
import type { AgencyDetails } from './agency-state.ts';

export interface RegisterAgency {
  readonly type: 'register';
  readonly id: string;
  readonly details: AgencyDetails;
  readonly dutyContacts: readonly DutyContact[];
}

export interface ChangeAgency {
  readonly type: 'change';
  /** In what capacity: an agency keeps its own entry, all but the agreement, which takes both sides. */
  readonly as: 'city' | 'agency';
  readonly details: AgencyDetails;
  /** Left out: as before. Views mask them, so that who changes other things need not know them. */
  readonly dutyContacts?: readonly DutyContact[] | undefined;
}

/** Who says it: the city for every agency, people of an agency for their own. */
export type AgencyKeeper = { readonly for: 'city' } | { readonly for: 'agency'; readonly agencyId: string | undefined };

/** Replaces all periods. */
interface SetAvailability {
  readonly type: 'set-availability';
  readonly periods: readonly AvailabilityPeriod[];
}

interface Reasoned<T extends string> {
  readonly type: T;
  readonly reason: string;
}

export type AgencyCommand =
  | RegisterAgency
  | ChangeAgency
  | SetAvailability
  /** Says that what is registered is right as it is. */
  | { readonly type: 'confirm'; readonly by: AgencyKeeper }
  /** No tasks until it is resumed. */
  | Reasoned<'suspend'>
  | { readonly type: 'resume' }
  | Reasoned<'retire'>
  /** Somebody reads the personal data of the duty contacts, for a reason that the ledger keeps. */
  | (Reasoned<'show-contacts'> & { readonly duty: DutyClaim })
  | ClockRanOut;
