import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { RowQueue, SentNote } from './row-queue.ts';

/** SQS takes so many messages at a time. */
const TOGETHER = 10;

/** SQS did not take a message. */
class NotSent extends Error {
  override readonly name = 'NotSent';
}

const sendSome = async (client: SQSClient, url: string, notes: readonly SentNote[]): Promise<void> => {
  const { Failed = [] } = await client.send(
    new SendMessageBatchCommand({
      QueueUrl: url,
      Entries: notes.map(({ id, note }, index) => ({
        Id: String(index),
        MessageBody: JSON.stringify(note),
        MessageGroupId: note.pk,
        MessageDeduplicationId: id,
      })),
    }),
  );
  const [first] = Failed;
  if (first) throw new NotSent(`${Failed.length} of ${notes.length}: ${first.Code} ${first.Message ?? ''}`);
};

/**
 * @returns a first-in-first-out queue of SQS whose groups are the table's partitions. What is sent again within five minutes, it takes
 * once. A group id has 128 characters at most: partitions of aggregates are a kind and a uuid.
 */
export const createSqsRowQueue = (
  client: SQSClient,
  { name, url, filters }: Pick<RowQueue, 'name' | 'filters'> & { readonly url: string },
): RowQueue => ({
  name,
  filters,
  send: async (notes) => {
    for (let start = 0; start < notes.length; start += TOGETHER)
      await sendSome(client, url, notes.slice(start, start + TOGETHER));
  },
});
