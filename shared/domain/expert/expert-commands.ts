import type { ClockRanOut } from '../kernel/aggregate.ts';
import type { Instant } from '../kernel/instant.ts';
import type { DutyClaim } from '../roster/duty-standing.ts';
import type { AvailabilityPeriod } from '../vocabulary/availability.ts';
import type { ExpertContact, ExpertDetails, Term } from './expert-details.ts';
import type { Appraisal } from './expert-state.ts';

/** Takes somebody into the pool. */
export interface AppointExpert {
  readonly type: 'appoint';
  readonly id: string;
  readonly details: ExpertDetails;
  readonly contact: ExpertContact;
  readonly term: Term;
  readonly reason: string;
}

/** In what capacity somebody acts: an expert for themselves only, the city for anybody. */
export type Capacity = 'expert' | 'city';

/** What people do. */
type OwnCommand =
  | { readonly type: 'change'; readonly details: ExpertDetails }
  | { readonly type: 'change-contact'; readonly as: Capacity; readonly contact: ExpertContact }
  /** Replaces all periods. */
  | { readonly type: 'set-availability'; readonly as: Capacity; readonly periods: readonly AvailabilityPeriod[] }
  /** Says that the entry is right as it is. */
  | { readonly type: 'confirm'; readonly as: Capacity }
  /** A new term, during the old one or after it: who has left comes back by it. */
  | { readonly type: 'renew'; readonly term: Term; readonly reason: string }
  /** Leaves the pool: now, or on the day given. */
  | { readonly type: 'leave'; readonly at?: Instant | undefined; readonly reason: string }
  /** Somebody reads how to reach the expert, for a reason that the ledger keeps. */
  | {
      readonly type: 'show-contact';
      readonly as: Capacity;
      readonly reason: string;
      readonly duty: DutyClaim;
    };

/** What call-outs bring with them. */
type CallOutCommand =
  | {
      readonly type: 'invite';
      readonly callOutId: string;
      /** When the advice is wanted. */
      readonly from: Instant;
      readonly until: Instant;
      /** Whose affair it is. */
      readonly parties: readonly string[];
    }
  | { readonly type: 'call-out-ended'; readonly callOutId: string }
  | { readonly type: 'record-appraisal'; readonly appraisal: Appraisal };

export type ExpertCommand = AppointExpert | OwnCommand | CallOutCommand | ClockRanOut;
export type ExpertCommandOf<T extends ExpertCommand['type']> = Extract<ExpertCommand, { readonly type: T }>;
