import type { ExecutingCell } from '../../shared/data/execute.ts';
import { load } from '../../shared/data/loaded.ts';
import { keys } from '../../shared/data/table.ts';
import type { EntryReference } from '../../shared/domain/listing-share/listing-share-events.ts';
import { ListingShareCardSchema, listingShareList } from '../../shared/domain/listing-share/listing-share-listings.ts';
import { isSharing } from '../../shared/domain/listing-share/listing-share-state.ts';
import type { RegistryEntryKind } from '../../shared/domain/registry/registry-entry.ts';
import { listingShareConversation } from '../../shared/exchange/conversations/listing-share.ts';
import { ENTRIES_PER_MESSAGE } from '../../shared/exchange/own-messages.ts';
import { anyDiffers, tellEntries } from './tell-entries.ts';

/** How often somebody else may be quicker. */
const ATTEMPTS = 8;
const FIRST_PAUSE_MS = 10;

/** @returns the ids of all shares whose partners are told of changes of a kind now: one Query, a partner a row. */
const sharesTelling = async (
  { store }: Pick<ExecutingCell, 'store'>,
  telling: RegistryEntryKind,
): Promise<readonly string[]> => {
  const { pk } = keys.listing(listingShareList({ telling }), '');
  const ids: string[] = [];
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await store.query({ pk, ...(after === undefined ? {} : { after }) });
    ids.push(...page.items.map(({ card }) => ListingShareCardSchema.parse(card).shareId));
    after = page.next;
  }
  return ids;
};

/** Tells one partner of one message's worth of entries, if any of them differs from what it has been told. */
const tellOne = async (cell: ExecutingCell, shareId: string, entries: readonly EntryReference[]): Promise<void> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const share = await load(cell.store, listingShareConversation, shareId);
    if (!share || !isSharing(share.state.ours) || !(await anyDiffers(cell, share, entries))) return;
    if (await tellEntries(cell, share, entries)) return;
    await cell.pause(FIRST_PAUSE_MS * 2 ** attempt);
  }
  throw new Error(`others were quicker each time to change the share ${shareId}`);
};

/** @returns what each share's partner may have to be told of. */
const entriesByShare = async (
  cell: ExecutingCell,
  entries: readonly EntryReference[],
): Promise<ReadonlyMap<string, readonly EntryReference[]>> => {
  const byShare = new Map<string, EntryReference[]>();
  for (const telling of new Set(entries.map(({ kind }) => kind)))
    for (const shareId of await sharesTelling(cell, telling)) {
      const told = byShare.get(shareId) ?? [];
      byShare.set(shareId, told);
      told.push(...entries.filter(({ kind }) => kind === telling));
    }
  return byShare;
};

/** Tells every partner that may know of them what has become of these entries; several in one message. */
export const shareChanges = async (cell: ExecutingCell, entries: readonly EntryReference[]): Promise<void> => {
  for (const [shareId, told] of await entriesByShare(cell, entries))
    for (let start = 0; start < told.length; start += ENTRIES_PER_MESSAGE)
      await tellOne(cell, shareId, told.slice(start, start + ENTRIES_PER_MESSAGE));
};
