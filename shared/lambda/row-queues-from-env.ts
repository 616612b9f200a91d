import { SQSClient } from '@aws-sdk/client-sqs';
import { readEnvironment } from './environment.ts';
import type { RowQueue } from './row-queue.ts';
import { createSqsRowQueue } from './sqs-row-queue.ts';

/** @returns the queues of all functions that are told of new rows. */
export const rowQueuesFromEnv = (): readonly RowQueue[] => {
  const client = new SQSClient();
  return readEnvironment('rowQueues').ROW_QUEUES.map((queue) => createSqsRowQueue(client, queue));
};
