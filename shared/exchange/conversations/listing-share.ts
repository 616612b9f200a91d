import { listingShare } from '../../domain/listing-share/listing-share.ts';
import type { ListingShareCommand } from '../../domain/listing-share/listing-share-commands.ts';
import type { ListingShareEvent } from '../../domain/listing-share/listing-share-events.ts';
import type { ListingShareState } from '../../domain/listing-share/listing-share-state.ts';
import type { Conversation, Incoming, Outgoing } from '../conversation.ts';

const outgoing = (event: ListingShareEvent, { partner, agreementId }: ListingShareState): readonly Outgoing[] => {
  const addressed = { to: [partner], agreement: agreementId };
  if (event.type === 'listingsAskedFor')
    return [{ ...addressed, type: 'ListingsRequested', id: event.round, body: {} }];
  if (event.type !== 'listingsShared') return [];
  const { messageId: id, round, upserts, withdrawals, complete } = event;
  return [{ ...addressed, type: 'ListingsShared', id, body: { round, upserts, withdrawals, complete } }];
};

const incoming = ({ type, body, envelope: { from, id } }: Incoming): ListingShareCommand | undefined => {
  switch (type) {
    case 'ListingsRequested':
      return { type: 'receive-wish', from, messageId: id };
    case 'ListingsShared':
      return { type: 'receive-listings', from, ...body };
    default:
      return undefined;
  }
};

/** What two cities tell one another of their registries: asked for once, and then kept current. */
export const listingShareConversation: Conversation<ListingShareState, ListingShareCommand, ListingShareEvent> = {
  aggregate: listingShare,
  outgoing,
  incoming,
};
