import {
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type {
  DeadLetter,
  DeadLetterAddresses,
  DeadLetterQueueName,
  DeadLetters,
  Redriven,
} from '../exchange/dead-letters.ts';
import { DispatchSchema } from '../exchange/dispatch.ts';
import type { Dispatch, Publisher } from '../exchange/ports.ts';

/** SQS hands out so many messages at a time. */
const TOGETHER = 10;
/** Rounds of one redrive: as many messages as a call through the gateway has time for, and some to spare. */
const ROUNDS = 20;
/** For how long what is being put back is hidden from others, seconds. */
const HIDDEN_SECONDS = 60;

const countIn = async (sqs: SQSClient, QueueUrl: string): Promise<number> => {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] }),
  );
  return Number(Attributes?.ApproximateNumberOfMessages ?? 0);
};

const receive = async (sqs: SQSClient, QueueUrl: string, VisibilityTimeout: number): Promise<readonly Message[]> => {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl,
      VisibilityTimeout,
      MaxNumberOfMessages: TOGETHER,
      // Asks all servers of the queue: a short look may find nothing where something lies.
      WaitTimeSeconds: 1,
      MessageSystemAttributeNames: ['SentTimestamp', 'DeadLetterQueueSourceArn', 'MessageGroupId'],
      MessageAttributeNames: ['ERROR_CODE', 'ERROR_MESSAGE'],
    }),
  );
  return Messages;
};

const parsed = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return text;
  }
};

const letterOf = ({ Body, Attributes, MessageAttributes }: Message): DeadLetter => {
  const reason = MessageAttributes?.ERROR_CODE?.StringValue ?? MessageAttributes?.ERROR_MESSAGE?.StringValue;
  return {
    at: new Date(Number(Attributes?.SentTimestamp ?? 0)).toISOString(),
    body: parsed(Body),
    ...(reason === undefined ? {} : { reason }),
  };
};

/** Sends a message to the queue that gave it up, which is of the same account and region. @returns whether that is known. */
const toItsQueue = async (sqs: SQSClient, url: string, { Body, Attributes, MessageId }: Message): Promise<boolean> => {
  const origin = Attributes?.DeadLetterQueueSourceArn?.split(':').at(-1);
  if (origin === undefined || origin === '') return false;
  const group = Attributes?.MessageGroupId;
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: url.replace(/[^/]+$/, origin),
      MessageBody: Body,
      ...(group === undefined ? {} : { MessageGroupId: group, MessageDeduplicationId: `redriven-${MessageId}` }),
    }),
  );
  return true;
};

/** @returns the message in an event of the bus, or in the record of a function that failed on one. */
const messageIn = (body: unknown): Dispatch | undefined => {
  const event = (body as { requestPayload?: unknown } | null)?.requestPayload ?? body;
  return DispatchSchema.safeParse((event as { detail?: unknown } | null)?.detail).data;
};

type Fate = 'put-back' | 'needless' | 'left';

/** A dead-letter queue on SQS, and the bus that what came from the bus goes back to. */
export interface SqsDeadLetterQueue {
  readonly sqs: SQSClient;
  readonly queue: DeadLetterQueueName;
  readonly url: string;
  readonly publisher: Publisher;
}

const toTheBus = async (publisher: Publisher, { Body }: Message): Promise<Fate> => {
  const dispatch = messageIn(parsed(Body));
  if (dispatch === undefined) return 'needless';
  await publisher.publish([dispatch]);
  return 'put-back';
};

/** What was given up by a queue; by EventBridge or Lambda the others. */
const GIVEN_UP_BY_QUEUES: readonly DeadLetterQueueName[] = ['inbox', 'rows'];

const handBack = async ({ sqs, queue, url, publisher }: SqsDeadLetterQueue, message: Message): Promise<Fate> => {
  if (!GIVEN_UP_BY_QUEUES.includes(queue)) return toTheBus(publisher, message);
  return (await toItsQueue(sqs, url, message)) ? 'put-back' : 'left';
};

/** One after the other, so that notes of one partition keep their order. */
const round = async (from: SqsDeadLetterQueue): Promise<readonly Fate[]> => {
  const { sqs, url } = from;
  const fates: Fate[] = [];
  for (const message of await receive(sqs, url, HIDDEN_SECONDS)) {
    const fate = await handBack(from, message);
    fates.push(fate);
    if (fate !== 'left')
      await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: message.ReceiptHandle }));
  }
  return fates;
};

/**
 * Puts back what lies in a dead-letter queue, up to 200 messages. What a queue gave up goes to that queue again. What EventBridge or
 * Lambda gave up came from the city's bus, and goes there; receivers know a repeat. An event without a message (a round of the
 * clock, a position in the table's stream) nobody needs: the next round does its work.
 */
export const redriveSqs = async (from: SqsDeadLetterQueue): Promise<Redriven> => {
  const fates: Fate[] = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    const more = await round(from);
    if (more.length === 0) break;
    fates.push(...more);
  }
  const count = (fate: Fate) => fates.filter((each) => each === fate).length;
  const left = count('left') + (await countIn(from.sqs, from.url));
  return { putBack: count('put-back'), needless: count('needless'), left };
};

/** @returns the city's dead-letter queues on SQS. */
export const createSqsDeadLetters = (
  sqs: SQSClient,
  addresses: DeadLetterAddresses,
  publisher: Publisher,
): DeadLetters => ({
  look: async (queue) => {
    const count = await countIn(sqs, addresses[queue]);
    return { count, letters: count === 0 ? [] : (await receive(sqs, addresses[queue], 0)).map(letterOf) };
  },
  redrive: (queue) => redriveSqs({ sqs, queue, url: addresses[queue], publisher }),
});
