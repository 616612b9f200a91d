import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { workOn } from './work-on.ts';
import type { WorkerCell } from './worker-cell.ts';

/** Time that the longest piece takes, with room to spare, milliseconds: with less left, none is begun. */
const LONGEST_PIECE_MS = 60_000;

const importOf = ({ dynamodb }: DynamoDBRecord): string => dynamodb?.NewImage?.entry?.M?.id?.S ?? '';

/**
 * Works on imports, as the table's stream tells that there is something to do for them. One that fails comes again with all that
 * came after it; what was done of it stays done.
 */
export const createHandler =
  (cell: WorkerCell) =>
  async (event: DynamoDBStreamEvent, context: Context): Promise<DynamoDBBatchResponse> => {
    const hasTime = (): boolean => context.getRemainingTimeInMillis() > LONGEST_PIECE_MS;
    const done = new Set<string>();
    for (const record of event.Records) {
      const importId = importOf(record);
      if (done.has(importId)) continue;
      done.add(importId);
      try {
        await workOn(cell, importId, hasTime);
      } catch (error) {
        cell.log.error('an import could not be gone on with', { importId, error: error as Error });
        return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
      }
    }
    return { batchItemFailures: [] };
  };
