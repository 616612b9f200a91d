import { EXECUTION_REFUSALS, type ExecutingCell, execute } from '../../shared/data/execute.ts';
import { type Loaded, type LoadedSet, loadSet } from '../../shared/data/loaded.ts';
import { keys } from '../../shared/data/table.ts';
import { differencesOf } from '../../shared/domain/listing-share/decide-sharing.ts';
import type {
  Candidate,
  ListingShareCommand,
  Share,
} from '../../shared/domain/listing-share/listing-share-commands.ts';
import type { EntryReference } from '../../shared/domain/listing-share/listing-share-events.ts';
import {
  entrySort,
  SharedEntryCardSchema,
  sharedList,
} from '../../shared/domain/listing-share/listing-share-listings.ts';
import type { ListingShareState } from '../../shared/domain/listing-share/listing-share-state.ts';
import type { PartnerEntry } from '../../shared/domain/registry/partner-entry.ts';
import { CONVERSATIONS, entryAmong } from './registry.ts';

type SharedEntries = ReadonlyMap<string, PartnerEntry>;

/** @returns those of the entries that the partner has been told of, as it was told. */
const sharedAmong = async (
  { store }: Pick<ExecutingCell, 'store'>,
  shareId: string,
  entries: readonly EntryReference[],
): Promise<SharedEntries> => {
  const rows = await store.getMany(entries.map((entry) => keys.listing(sharedList(shareId), entrySort(entry))));
  return new Map(rows.map(({ sk, card }) => [sk, SharedEntryCardSchema.parse(card).entry]));
};

/** @returns whether any of these entries differs from what the partner has been told. Two BatchGetItems. */
export const anyDiffers = async (
  cell: ExecutingCell,
  { state }: Loaded<ListingShareState>,
  entries: readonly EntryReference[],
): Promise<boolean> => {
  const shared = await sharedAmong(cell, state.id, entries);
  const loaded = await loadSet(cell.store, CONVERSATIONS, entries);
  return differencesOf(state, candidatesOf(cell, entries, shared, loaded)).length > 0;
};

const candidatesOf = (
  { city }: Pick<ExecutingCell, 'city'>,
  entries: readonly EntryReference[],
  shared: SharedEntries,
  loaded: LoadedSet,
): readonly Candidate[] =>
  entries.map(({ kind, id }) => ({
    kind,
    id,
    entry: entryAmong(loaded, { kind, id }, city),
    shared: shared.get(entrySort({ kind, id })),
  }));

/**
 * Executes a command on a share as it was read.
 * @returns false when somebody else has changed the share since.
 */
export const onShareAsRead = async (
  cell: ExecutingCell,
  { state, row }: Loaded<ListingShareState>,
  command: (others: LoadedSet) => ListingShareCommand,
  alsoLoad: readonly EntryReference[] = [],
): Promise<boolean> => {
  const executed = await execute(cell, CONVERSATIONS, {
    target: { kind: 'listing-share', id: state.id },
    actor: { kind: 'clock', city: cell.city },
    ifMatch: row.version,
    alsoLoad,
    command,
  });
  if (executed.outcome !== 'refused') return true;
  if (executed.refusal.reason === EXECUTION_REFUSALS.stale) return false;
  throw new Error(`sharing under ${state.agreementId} was refused: ${executed.refusal.reason.code}`);
};

/**
 * Tells the partner what has changed among these entries. The share's version orders what is told: an entry is read in the same round
 * trip as the share whose version the transaction then checks, so that nothing older is told after something newer.
 * @returns false when somebody else has changed the share since it was read.
 */
export const tellEntries = async (
  cell: ExecutingCell,
  share: Loaded<ListingShareState>,
  entries: readonly EntryReference[],
  pass?: Share['pass'],
): Promise<boolean> => {
  const shared = await sharedAmong(cell, share.state.id, entries);
  const command = (others: LoadedSet): Share => ({
    type: 'share',
    candidates: candidatesOf(cell, entries, shared, others),
    ...(pass === undefined ? {} : { pass }),
  });
  return onShareAsRead(cell, share, command, entries);
};
