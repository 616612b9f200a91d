import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { ExecutingCell } from '../../shared/data/execute.ts';
import { EventRowSchema } from '../../shared/data/rows.ts';
import {
  type EntryReference,
  EntryReferenceSchema,
  type ListingShareEvent,
  ListingShareEventSchema,
} from '../../shared/domain/listing-share/listing-share-events.ts';
import { continueSharing } from './continue-sharing.ts';
import { indexHeld } from './index-held.ts';
import { shareChanges } from './share-changes.ts';

/**
 * Keeps what cities share current, as the table's stream tells of events: what changes in the registry is told to the partners, what comes
 * from them goes into the lookup's index, and whatever takes many steps goes on. All of it starts from what the table then holds, so that
 * a batch that comes again does no harm.
 */
export const createHandler =
  (cell: ExecutingCell) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    try {
      await shareChanges(cell, entriesIn(Records));
      for (const [shareId, events] of sharesIn(Records)) {
        await indexEach(cell, shareId, events);
        await continueSharing(cell, shareId);
      }
      return { batchItemFailures: [] };
    } catch (error) {
      cell.log.warn('listings were not shared', { count: Records.length, error: error as Error });
      return { batchItemFailures: [{ itemIdentifier: Records[0]?.dynamodb?.SequenceNumber ?? '' }] };
    }
  };

const unique = (entries: readonly EntryReference[]): readonly EntryReference[] => [
  ...new Map(entries.map((entry) => [`${entry.kind}#${entry.id}`, entry])).values(),
];

/** The entries of the registry that records are about. */
const entriesIn = (records: readonly DynamoDBRecord[]): readonly EntryReference[] =>
  unique(
    records.flatMap(({ dynamodb }) => {
      const [kind, id] = dynamodb?.Keys?.pk?.S?.split('#') ?? [];
      const entry = EntryReferenceSchema.safeParse({ kind, id });
      return entry.success ? [entry.data] : [];
    }),
  );

/** What happened to shares, by share, in order. */
const sharesIn = (records: readonly DynamoDBRecord[]): ReadonlyMap<string, readonly ListingShareEvent[]> => {
  const shares = new Map<string, ListingShareEvent[]>();
  for (const { dynamodb } of records) {
    if (!dynamodb?.Keys?.pk?.S?.startsWith('listing-share#')) continue;
    const { entry } = EventRowSchema.parse(unmarshall((dynamodb.NewImage ?? {}) as Record<string, AttributeValue>));
    const events = shares.get(entry.id) ?? [];
    shares.set(entry.id, events);
    events.push(ListingShareEventSchema.parse({ ...entry.data, type: entry.type }));
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
