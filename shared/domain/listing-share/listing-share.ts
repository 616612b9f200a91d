import type { Aggregate } from '../kernel/aggregate.ts';
import { failureNotice } from '../kernel/message-failure.ts';
import { decideListingShare } from './decide-listing-share.ts';
import { evolveListingShare } from './evolve-listing-share.ts';
import { shareDueAt } from './listing-share-clock.ts';
import type { ListingShareCommand } from './listing-share-commands.ts';
import { type ListingShareEvent, ListingShareEventSchema } from './listing-share-events.ts';
import { listingShareListed, listingShareListings } from './listing-share-listings.ts';
import { type ListingShareState, ListingShareStateSchema } from './listing-share-state.ts';

/** What two cities share of their registries under one agreement: both directions of it, at each of the two. */
export const listingShare: Aggregate<ListingShareState, ListingShareCommand, ListingShareEvent> = {
  kind: 'listing-share',
  stateSchema: ListingShareStateSchema,
  eventSchema: ListingShareEventSchema,
  decide: decideListingShare,
  evolve: evolveListingShare,
  dueAt: shareDueAt,
  listings: listingShareListings,
  listed: listingShareListed,
  notices: (event) =>
    event.type === 'messageFailed' ? [failureNotice(event.failure, { zh: '名录共享', en: 'shared listings' })] : [],
  isExercise: ({ exercise }) => exercise,
  authority: ({ agreementId }) => agreementId,
};
