import * as z from 'zod';
import { kindsListedUnder } from '../agreement/agreement-terms.ts';
import type { ListedChange, Listing } from '../kernel/aggregate.ts';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { listName } from '../kernel/list-name.ts';
import { PartnerEntrySchema } from '../registry/partner-entry.ts';
import type { RegistryEntryKind } from '../registry/registry-entry.ts';
import type { EntryReference, ListingShareEvent } from './listing-share-events.ts';
import { isSharing, type ListingShareState } from './listing-share-state.ts';

/** What lists show of what two cities share: only what never changes, so that a message writes few rows. */
export const ListingShareCardSchema = z
  .strictObject({ shareId: z.uuid(), agreementId: z.uuid(), partner: CityCodeSchema })
  .meta({ id: 'ListingShareCard' });

/** What shares are looked up by: the partner, or the kind of entry whose changes are told now. */
export interface ListingShareFilter {
  readonly partner?: string | undefined;
  readonly telling?: RegistryEntryKind | undefined;
}

/** @returns the name of the list that holds exactly what the filter asks for. */
export const listingShareList = ({ partner, telling }: ListingShareFilter = {}): string =>
  listName('listing-share', { partner, telling });

/** The rows by which a share is found, in order of the agreements' ids, which is that of time. */
export const listingShareListings = (share: ListingShareState): readonly Listing[] => {
  const { id, agreementId, partner, ours, footing } = share;
  const told = isSharing(ours) ? kindsListedUnder(footing.terms) : [];
  const filters: readonly ListingShareFilter[] = [{}, { partner }, ...told.map((telling) => ({ telling }))];
  return filters.map((filter) => ({
    list: listingShareList(filter),
    sort: agreementId,
    card: { shareId: id, agreementId, partner },
  }));
};

/** An entry as it was shared, and when. */
export const SharedEntryCardSchema = z
  .strictObject({ entry: PartnerEntrySchema, at: InstantSchema })
  .meta({ id: 'SharedListing' });

/** An entry of a partner's as it was received, and when; of two versions the later counts. */
export const HeldEntryCardSchema = z
  .strictObject({ entry: PartnerEntrySchema, at: InstantSchema, version: z.int().min(0) })
  .meta({ id: 'HeldListing' });

/** @returns the name of the list of what this city has shared. */
export const sharedList = (shareId: string): string => `listing-share/shared/${shareId}`;

/** @returns the name of the list of what this city holds of its partner's. */
export const heldList = (shareId: string): string => `listing-share/held/${shareId}`;

/** @returns the place of an entry in either list. */
export const entrySort = ({ kind, id }: EntryReference): string => `${kind}#${id}`;

const NOTHING: ListedChange = { put: [], removed: [] };

/** Every entry that is shared or held has a row of its own, written with the event that tells of it. */
export const listingShareListed = (event: ListingShareEvent, { id, heldVersion }: ListingShareState): ListedChange => {
  const removed = (list: string, entries: readonly EntryReference[]) =>
    entries.map((entry) => ({ list, sort: entrySort(entry) }));
  switch (event.type) {
    case 'listingsShared': {
      const list = sharedList(id);
      const put = event.upserts.map((entry) => ({ list, sort: entrySort(entry), card: { entry, at: event.at } }));
      return { put, removed: removed(list, event.withdrawals) };
    }
    case 'listingsReceived': {
      const list = heldList(id);
      const card = { at: event.at, version: heldVersion };
      const put = event.upserts.map((entry) => ({ list, sort: entrySort(entry), card: { entry, ...card } }));
      return { put, removed: removed(list, event.withdrawals) };
    }
    case 'listingsDropped':
      return { put: [], removed: removed(event.side === 'ours' ? sharedList(id) : heldList(id), event.entries) };
    default:
      return NOTHING;
  }
};
