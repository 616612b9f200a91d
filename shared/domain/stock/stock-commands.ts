import type { DepotState } from '../depot/depot-state.ts';
import type { ClockRanOut } from '../kernel/aggregate.ts';
import type { Instant } from '../kernel/instant.ts';
import type { StockDetails, StockPurpose } from './stock-state.ts';

export interface RegisterStock {
  readonly type: 'register';
  readonly id: string;
  readonly details: StockDetails;
  /** On hand. */
  readonly quantity: number;
  /** The depot that the details name, as it was read. */
  readonly depot: DepotState | undefined;
}

export interface ChangeStock {
  readonly type: 'change';
  readonly details: StockDetails;
  /** The depot that the details name, as it was read; another one than before: the goods were moved. */
  readonly depot: DepotState | undefined;
  /** What was counted on the same occasion, as lists that offices send say it; left out: as before. */
  readonly counted?: number | undefined;
}

/** Goods come in or go out; what goes out is taken from what is free. */
export interface MoveStock {
  readonly type: 'receive' | 'issue' | 'write-off';
  readonly quantity: number;
  readonly reason: string;
}

/** Stocktaking: this much there is. */
export interface CountStock {
  readonly type: 'count';
  readonly counted: number;
  readonly reason: string;
}

interface Promised {
  readonly purpose: StockPurpose;
  /** Whether this city has what the purpose names. */
  readonly purposeKnown: boolean;
  /** Whether that is a drill's. */
  readonly exercise?: boolean;
  readonly quantity: number;
}

export interface ReserveStock extends Promised {
  readonly type: 'reserve';
  readonly until: Instant;
}

export interface ReleaseReservation {
  readonly type: 'release';
  readonly reservationId: string;
  readonly reason: string;
}

export interface CommitStock extends Promised {
  readonly type: 'commit';
}

/** Commits what was reserved, or some of it; the rest stays reserved. */
export interface CommitReservation {
  readonly type: 'commit-reservation';
  readonly reservationId: string;
  /** All of it unless given. */
  readonly quantity?: number | undefined;
}

/** Ends a commitment: so much came back, the rest is used up. */
export interface ReturnStock {
  readonly type: 'return';
  readonly commitmentId: string;
  readonly returned: number;
  readonly reason: string;
}

/**
 * What a partner's request, or the city's own, does, as the consequence of what is decided on it: goods are kept back under the request's id, sent under
 * the deployment's, and settled when that has ended. What was freed or settled already is left alone.
 */
export type StockLotCommand =
  | {
      readonly type: 'promise-lot';
      readonly requestId: string;
      readonly quantity: number;
      readonly until: Instant;
      readonly exercise?: boolean;
    }
  | { readonly type: 'free-lot'; readonly requestId: string }
  | {
      readonly type: 'send-lot';
      /** Whose request: this city's own, or, unless said, one that a partner has placed with it. */
      readonly purpose?: 'request' | 'received-request';
      readonly requestId: string;
      readonly deploymentId: string;
      readonly quantity: number;
      readonly exercise?: boolean;
    }
  /** A drill's data is removed: whatever it had under this purpose is over. */
  | { readonly type: 'end-drill-promises'; readonly purposeId: string }
  | { readonly type: 'settle-lot'; readonly deploymentId: string; readonly isDelivered: boolean };

export type StockCommand =
  | RegisterStock
  | ChangeStock
  | MoveStock
  | CountStock
  | ReserveStock
  | ReleaseReservation
  | CommitStock
  | CommitReservation
  | ReturnStock
  | StockLotCommand
  /** The depot it stands in has changed; does nothing when the line knows, or stands in another one by now. */
  | { readonly type: 'follow-depot'; readonly depot: DepotState }
  | { readonly type: 'retire'; readonly reason: string }
  | ClockRanOut;
