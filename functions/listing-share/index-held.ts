import { load } from '../../shared/data/loaded.ts';
import { type EntryChange, indexEntries, removeSource } from '../../shared/data/lookup/registry-index.ts';
import { keys } from '../../shared/data/table.ts';
import type { EntryReference } from '../../shared/domain/listing-share/listing-share-events.ts';
import { entrySort, HeldEntryCardSchema, heldList } from '../../shared/domain/listing-share/listing-share-listings.ts';
import { type ListingShareState, mayBeUsed } from '../../shared/domain/listing-share/listing-share-state.ts';
import { listingShareConversation } from '../../shared/exchange/conversations/listing-share.ts';
import type { Cell } from '../../shared/lambda/cell.ts';

type IndexingCell = Pick<Cell, 'store' | 'newId' | 'pause' | 'log'>;

/** Entries whose rows are read in one round trip. */
const TOGETHER = 100;

/** @returns the entries as they are held now; what is not held any more is out of date by the share's own count. */
const changesOf = async (
  { store }: IndexingCell,
  { id: shareId, heldVersion }: ListingShareState,
  entries: readonly EntryReference[],
): Promise<readonly EntryChange[]> => {
  const rows = await store.getMany(entries.map((entry) => keys.listing(heldList(shareId), entrySort(entry))));
  const held = new Map(rows.map(({ sk, card }) => [sk, HeldEntryCardSchema.parse(card)]));
  return entries.map(({ kind, id }) => {
    const found = held.get(entrySort({ kind, id }));
    return { kind, id, version: found?.version ?? heldVersion, entry: found?.entry };
  });
};

/**
 * Brings the lookup's index to what is held of a partner's entries now. When they may not be used any more, all of them leave it at once,
 * long before the last of their rows is deleted.
 * @throws NotIndexed for what has to be tried again.
 */
export const indexHeld = async (
  cell: IndexingCell,
  shareId: string,
  entries: readonly EntryReference[],
): Promise<void> => {
  const share = await load(cell.store, listingShareConversation, shareId);
  if (!share) return;
  const { state } = share;
  const source = { agreement: state.agreementId };
  if (!mayBeUsed(state.theirs)) await removeSource(cell, source);
  else
    for (let start = 0; start < entries.length; start += TOGETHER)
      await indexEntries(cell, source, await changesOf(cell, state, entries.slice(start, start + TOGETHER)));
};
