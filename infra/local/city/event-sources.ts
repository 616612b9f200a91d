import type { DynamoDBRecord, SQSRecord } from 'aws-lambda';
import * as z from 'zod';
import type { RowNote } from '../../../shared/lambda/row-queue.ts';
import { ASYNCHRONOUS, INBOX, ROW_QUEUE, STREAM } from '../../delivery.ts';
import { type BatchOutcome, Consumer, type ConsumerOptions, doubling } from '../messaging/consumer.ts';
import type { DurableQueue } from '../messaging/durable-queue.ts';
import type { BusEvent } from '../messaging/event-bus.ts';
import type { Message } from '../messaging/message-rows.ts';
import type { DeadLetter } from './city-queues.ts';
import type { LambdaFunction } from './lambda-function.ts';

/** What connects a queue to the function that works on it. */
export interface SourceOptions<B> {
  readonly fn: LambdaFunction;
  readonly queue: DurableQueue<B>;
  readonly deadLetters: DurableQueue<DeadLetter>;
  readonly onProblem: (problem: string, error?: unknown) => void;
}

/** Waits before retries, milliseconds. Short ones, as nobody pays by the try here. */
const STREAM_BACKOFF = doubling(100, 10_000);
const QUEUE_BACKOFF = doubling(250, 30_000);

/** Batches of a queue that a function works on at once; Lambda begins with five. */
const QUEUE_CONCURRENCY = 5;

/** Who follows the table may be a moment behind, milliseconds: what people and partners wait for goes first, and batches are fuller. */
const FOLLOWERS_GATHER_MS = 25;

const BatchResponseSchema = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish() })
  .nullish();

/** @returns identifiers of the items a function reports as failed; Lambda takes no answer for success. */
const failuresIn = (answer: unknown): readonly string[] =>
  (BatchResponseSchema.parse(answer)?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);

const REPORTED = 'the function reported a failure';

/** Dead letters name the queue they came from, so that they can go back. */
const burier =
  <B>({ queue, deadLetters }: SourceOptions<B>) =>
  (messages: readonly Message<B>[], reason: string): Promise<void> =>
    deadLetters.send(
      messages.map(({ body }) => ({ queue: queue.name, body })),
      reason,
    );

/** Records of the table's stream: in order, and from the first failed one on again. */
export const streamSource = (options: SourceOptions<DynamoDBRecord>): Consumer<DynamoDBRecord> =>
  new Consumer({
    queue: options.queue,
    batchSize: STREAM.batchSize,
    concurrency: 1,
    groupOf: () => '',
    aloneAfterFailure: true,
    maximumFailures: STREAM.retries + 1,
    backoff: STREAM_BACKOFF,
    giveUp: burier(options),
    onProblem: options.onProblem,
    work: async (batch): Promise<BatchOutcome<DynamoDBRecord> | undefined> => {
      const failures = failuresIn(await options.fn.invoke({ Records: batch.map(({ body }) => body) }));
      if (failures.length === 0) return undefined;
      // An identifier that is none of the batch's fails all of it, as it does on Lambda.
      const positions = failures.map((id) => batch.findIndex(({ body }) => body.dynamodb?.SequenceNumber === id));
      const first = Math.max(0, Math.min(...positions));
      return { failed: batch.slice(first, first + 1), untried: batch.slice(first + 1), reason: REPORTED };
    },
  });

const sqsRecord = (queue: string, { id, body, sentAt, failures }: Message): SQSRecord => ({
  messageId: id,
  receiptHandle: id,
  body: JSON.stringify(body),
  attributes: {
    ApproximateReceiveCount: String(failures + 1),
    SentTimestamp: String(sentAt),
    SenderId: queue,
    ApproximateFirstReceiveTimestamp: String(sentAt),
  },
  messageAttributes: {},
  md5OfBody: '',
  eventSource: 'aws:sqs',
  eventSourceARN: queue,
  awsRegion: 'local',
});

/** A queue as Lambda reads SQS: each message that is not reported as failed is done. */
const queueSource = <B>(
  options: SourceOptions<B>,
  { batchSize, maximumReceives }: { readonly batchSize: number; readonly maximumReceives: number },
  more: Pick<ConsumerOptions<B>, 'groupOf' | 'gatherMs'> = {},
): Consumer<B> =>
  new Consumer({
    queue: options.queue,
    batchSize,
    concurrency: QUEUE_CONCURRENCY,
    ...more,
    maximumFailures: maximumReceives,
    backoff: QUEUE_BACKOFF,
    giveUp: burier(options),
    onProblem: options.onProblem,
    work: async (batch): Promise<BatchOutcome<B> | undefined> => {
      const { name } = options.queue;
      const failures = failuresIn(await options.fn.invoke({ Records: batch.map((each) => sqsRecord(name, each)) }));
      if (failures.length === 0) return undefined;
      const failed = batch.filter(({ id }) => failures.includes(id));
      return { failed: failed.length === 0 ? batch : failed, reason: REPORTED };
    },
  });

export const inboxSource = (options: SourceOptions<BusEvent>): Consumer<BusEvent> => queueSource(options, INBOX);

/** Notes of new rows: those of a partition one after the other, as in a first-in-first-out queue of SQS. */
export const rowQueueSource = (options: SourceOptions<RowNote>): Consumer<RowNote> =>
  queueSource(options, ROW_QUEUE, { groupOf: ({ pk }) => pk, gatherMs: FOLLOWERS_GATHER_MS });

/** Events that a rule hands straight to a function: Lambda keeps them, and tries each on its own. */
export const asynchronousSource = (options: SourceOptions<BusEvent>): Consumer<BusEvent> =>
  new Consumer({
    queue: options.queue,
    batchSize: 1,
    concurrency: QUEUE_CONCURRENCY,
    maximumFailures: ASYNCHRONOUS.retries + 1,
    backoff: QUEUE_BACKOFF,
    giveUp: burier(options),
    onProblem: options.onProblem,
    work: async (batch) => {
      for (const { body } of batch) await options.fn.invoke(body);
      return undefined;
    },
  });
