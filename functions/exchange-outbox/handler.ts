import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { dispatchOf } from '../../shared/data/dispatch.ts';
import type { Cell } from '../../shared/lambda/cell.ts';

/**
 * Puts new messages and receipts on the city's bus, as the table's stream brings them. When the bus does not take them the
 * whole batch comes again from its first record: the partners know a repeat when they see one.
 */
export const createHandler =
  (cell: Pick<Cell, 'publisher' | 'log'>) =>
  async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
    const dispatches = event.Records.flatMap((record) => dispatchOf(newImage(record)) ?? []);
    try {
      await cell.publisher.publish(dispatches);
      return { batchItemFailures: [] };
    } catch (error) {
      cell.log.warn('the bus did not take the messages', { count: dispatches.length, error: error as Error });
      return { batchItemFailures: [{ itemIdentifier: event.Records[0]?.dynamodb?.SequenceNumber ?? '' }] };
    }
  };

const newImage = ({ dynamodb }: DynamoDBRecord): Record<string, unknown> =>
  unmarshall((dynamodb?.NewImage ?? {}) as Record<string, AttributeValue>);
