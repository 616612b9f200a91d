import type { ClockRanOut, MessageFailed } from '../kernel/aggregate.ts';
import type { CityCode } from '../kernel/city-code.ts';
import type { PartnerEntry } from '../registry/partner-entry.ts';
import type { RegistryEntry } from '../registry/registry-entry.ts';
import type { EntryReference } from './listing-share-events.ts';
import type { Footing, Pass } from './listing-share-state.ts';

/** Follows what has become of the agreement; a consequence of each of its events. */
export interface FollowAgreement {
  readonly type: 'follow-agreement';
  readonly id: string;
  readonly agreementId: string;
  readonly parties: readonly [CityCode, CityCode];
  readonly exercise: boolean;
  readonly footing: Footing;
}

/** An entry as the registry has it now, and as it was last shared. */
export interface Candidate extends EntryReference {
  readonly entry: RegistryEntry | undefined;
  readonly shared: PartnerEntry | undefined;
}

/** Tells the partner of what has changed among these entries. */
export interface Share {
  readonly type: 'share';
  readonly candidates: readonly Candidate[];
  /** Where the pass goes on that these entries were found by, or that it is at its end; none when they simply changed. */
  readonly pass?: Pass | 'end';
}

/** Deletes some of what is to be deleted. */
export interface Drop {
  readonly type: 'drop';
  readonly side: 'ours' | 'theirs';
  readonly entries: readonly EntryReference[];
  readonly finished: boolean;
}

/** Somebody doubts what is held: it is dropped, and asked for again. */
export interface Renew {
  readonly type: 'renew';
}

export interface ReceiveWish {
  readonly type: 'receive-wish';
  readonly from: CityCode;
  readonly messageId: string;
}

export interface ReceiveListings {
  readonly type: 'receive-listings';
  readonly from: CityCode;
  readonly round: string;
  readonly upserts: readonly PartnerEntry[];
  readonly withdrawals: readonly EntryReference[];
  readonly complete: boolean;
}

export type ListingShareCommand =
  | FollowAgreement
  | Share
  | Drop
  | Renew
  | ReceiveWish
  | ReceiveListings
  | ClockRanOut
  | MessageFailed;
