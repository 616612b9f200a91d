import type { ClockRanOut } from '../kernel/aggregate.ts';
import type { DutyClaim } from '../roster/duty-standing.ts';
import type { DutyContact } from '../team/team-state.ts';
import type { DepotDetails } from './depot-state.ts';

export interface RegisterDepot {
  readonly type: 'register';
  readonly id: string;
  readonly details: DepotDetails;
  readonly dutyContact: DutyContact;
}

export interface ChangeDepot {
  readonly type: 'change';
  readonly details: DepotDetails;
  /** Left out: as before. Views mask it, so that who changes other things need not know it. */
  readonly dutyContact?: DutyContact | undefined;
}

interface Reasoned<T extends string> {
  readonly type: T;
  readonly reason: string;
}

export type DepotCommand =
  | RegisterDepot
  | ChangeDepot
  /** Says that what is registered is right as it is. */
  | { readonly type: 'confirm' }
  /** Nothing that is in it can be promised any more; it can be issued, written off or moved to another depot. */
  | Reasoned<'retire'>
  /** Somebody reads the personal data of the duty contact, for a reason that the ledger keeps. */
  | (Reasoned<'show-contact'> & { readonly duty: DutyClaim })
  /** Every stock line in it knows it as it has been since `since`, the moment it was to tell them from. */
  | { readonly type: 'stock-told'; readonly since: string }
  | ClockRanOut;
