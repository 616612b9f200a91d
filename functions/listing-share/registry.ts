import type { LoadedSet } from '../../shared/data/loaded.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import type { EntryReference } from '../../shared/domain/listing-share/listing-share-events.ts';
import type { RegistryEntry } from '../../shared/domain/registry/registry-entry.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { listingShareConversation } from '../../shared/exchange/conversations/listing-share.ts';
import { REGISTRY_CONVERSATIONS } from '../registry-index/registry-conversations.ts';

/** What sharing reads and changes. */
export const CONVERSATIONS = conversationsOf(listingShareConversation, ...Object.values(REGISTRY_CONVERSATIONS));

/** @returns what anybody may know of an entry that was read among others; nothing of one that can no longer be had. */
export const entryAmong = (
  loaded: LoadedSet,
  { kind, id }: EntryReference,
  city: CityCode,
): RegistryEntry | undefined => {
  const found = loaded.get({ kind, id });
  return found && REGISTRY_CONVERSATIONS[kind].aggregate.registryEntry?.(found.state, city);
};
