import { eventRows } from '../../shared/data/event-rows.ts';
import type { ExecutingCell } from '../../shared/data/execute.ts';
import {
  type EntryReference,
  EntryReferenceSchema,
  type ListingShareEvent,
  ListingShareEventSchema,
} from '../../shared/domain/listing-share/listing-share-events.ts';
import { onRows, type RowNote } from '../../shared/lambda/row-queue.ts';
import { continueSharing } from './continue-sharing.ts';
import { indexHeld } from './index-held.ts';
import { shareChanges } from './share-changes.ts';

/**
 * Keeps what cities share current, as it is told of events: what changes in the registry is told to the partners, what comes
 * from them goes into the lookup's index, and whatever takes many steps goes on. All of it starts from what the table then holds, so that
 * a batch that comes again does no harm.
 */
export const createHandler = (cell: ExecutingCell) =>
  onRows(async (notes) => {
    try {
      await shareChanges(cell, entriesIn(notes));
      for (const [shareId, events] of await sharesIn(cell, notes)) {
        await indexEach(cell, shareId, events);
        await continueSharing(cell, shareId);
      }
      return new Set();
    } catch (error) {
      cell.log.warn('listings were not shared', { count: notes.length, error: error as Error });
      return new Set(notes.map(({ pk }) => pk));
    }
  });

const unique = (entries: readonly EntryReference[]): readonly EntryReference[] => [
  ...new Map(entries.map((entry) => [`${entry.kind}#${entry.id}`, entry])).values(),
];

/** The entries of the registry that notes are about. */
const entriesIn = (notes: readonly RowNote[]): readonly EntryReference[] =>
  unique(
    notes.flatMap(({ pk }) => {
      const [kind, id] = pk.split('#');
      const entry = EntryReferenceSchema.safeParse({ kind, id });
      return entry.success ? [entry.data] : [];
    }),
  );

/** What happened to shares, by share, in order: one BatchGetItem. */
const sharesIn = async (
  { store }: Pick<ExecutingCell, 'store'>,
  notes: readonly RowNote[],
): Promise<ReadonlyMap<string, readonly ListingShareEvent[]>> => {
  const shares = new Map<string, ListingShareEvent[]>();
  for (const row of await eventRows(
    store,
    notes.filter(({ pk }) => pk.startsWith('listing-share#')),
  )) {
    const { id, data, type } = row.entry;
    const events = shares.get(id) ?? [];
    shares.set(id, events);
    events.push(ListingShareEventSchema.parse({ ...data, type }));
  }
  return shares;
};

/** Events after which the index holds what it should not, or lacks what it should hold. */
const indexEach = async (cell: ExecutingCell, shareId: string, events: readonly ListingShareEvent[]): Promise<void> => {
  const received = events.flatMap((event) =>
    event.type === 'listingsReceived'
      ? [...event.upserts.map(({ kind, id }) => ({ kind, id })), ...event.withdrawals]
      : [],
  );
  const isDropped = events.some(({ type }) => type === 'footingChanged' || type === 'renewalBegan');
  if (received.length > 0 || isDropped) await indexHeld(cell, shareId, unique(received));
};
