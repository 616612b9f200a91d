import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { TABLE } from '../../shared/data/table.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { compilePattern } from '../../shared/lambda/event-pattern.ts';
import type { SentNote } from '../../shared/lambda/row-queue.ts';

/**
 * Passes what the table's stream tells of new rows on to the queues of the functions that are to know. When a queue does not take
 * them the whole batch comes again from its first record: queues know a repeat when they see one soon, and the functions always do.
 */
export const createHandler = (cell: Pick<Cell, 'rowQueues' | 'log'>) => {
  const queues = cell.rowQueues.map(({ filters, send }) => ({ send, tests: filters.map(compilePattern) }));
  return async ({ Records }: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    try {
      await Promise.all(
        queues.map(({ send, tests }) =>
          send(Records.filter((record) => tests.some((test) => test(record))).map(noteOf)),
        ),
      );
      return { batchItemFailures: [] };
    } catch (error) {
      cell.log.warn('a queue did not take what it is told', { count: Records.length, error: error as Error });
      return { batchItemFailures: [{ itemIdentifier: Records[0]?.dynamodb?.SequenceNumber ?? '' }] };
    }
  };
};

const noteOf = ({ eventID = '', dynamodb }: DynamoDBRecord): SentNote => ({
  id: eventID,
  note: {
    pk: dynamodb?.Keys?.[TABLE.partitionKey]?.S ?? '',
    sk: dynamodb?.Keys?.[TABLE.sortKey]?.S ?? '',
  },
});
