import { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import type { DeadLetterQueueName } from '../../../shared/exchange/dead-letters.ts';
import type { Dispatch } from '../../../shared/exchange/ports.ts';
import { createSqsDeadLetters } from '../../../shared/lambda/sqs-dead-letters.ts';
import { requestUnderWay } from '../../builders/request-under-way.ts';
import { TEST_CREDENTIALS, wire } from '../../support/aws-wire.ts';

const PLACE = 'https://sqs.cn-northwest-1.amazonaws.com.cn/000000000000';
const urlOf = (queue: string) => `${PLACE}/${queue}-dlq`;
const arnOf = (queue: string) => `arn:aws-cn:sqs:cn-northwest-1:000000000000:${queue}`;
const AT = Date.parse('2026-07-15T00:00:00.000Z');

interface Lying {
  readonly Body: string;
  readonly Attributes?: Readonly<Record<string, string>>;
  readonly MessageAttributes?: object;
}

/** SQS with these messages in one dead-letter queue; what is received with a time limit is out of sight. */
const lying = (...messages: readonly Lying[]) => {
  const visible = messages.map((message, n) => ({
    MessageId: `m${n}`,
    ReceiptHandle: `r${n}`,
    ...message,
    Attributes: { SentTimestamp: String(AT + n), ...message.Attributes },
  }));
  const sent: Record<string, unknown>[] = [];
  const deleted: unknown[] = [];
  const published: Dispatch[] = [];
  const answers: Readonly<Record<string, (input: Record<string, unknown>) => object>> = {
    GetQueueAttributes: () => ({ Attributes: { ApproximateNumberOfMessages: String(visible.length) } }),
    ReceiveMessage: ({ VisibilityTimeout }) => ({
      Messages: VisibilityTimeout === 0 ? visible.slice(0, 10) : visible.splice(0, 10),
    }),
    SendMessage: (input) => ({ MessageId: String(sent.push(input)) }),
    DeleteMessage: ({ ReceiptHandle }) => ({ deleted: deleted.push(ReceiptHandle) }),
  };
  const { requestHandler } = wire(({ headers, body }) => ({
    body: JSON.stringify(answers[headers['x-amz-target']?.split('.')[1] ?? '']?.(JSON.parse(body))),
  }));
  const place = { region: 'cn-northwest-1', credentials: TEST_CREDENTIALS, md5: false as const };
  const addresses = Object.fromEntries(
    (['inbox', 'rows', 'undelivered', 'failed'] as const).map((queue) => [queue, urlOf(queue)]),
  ) as Record<DeadLetterQueueName, string>;
  const publisher = { publish: async (dispatches: readonly Dispatch[]) => void published.push(...dispatches) };
  const queues = createSqsDeadLetters(new SQSClient({ ...place, requestHandler }), addresses, publisher);
  return { queues, sent, deleted, published };
};

describe('dead letters on SQS', () => {
  it('are looked at where they lie', async () => {
    const reason = { ERROR_CODE: { StringValue: 'NO_PERMISSIONS', DataType: 'String' } };
    const { queues, deleted } = lying({ Body: '{"a":1}', MessageAttributes: reason }, { Body: 'no JSON' });
    const seen = {
      count: 2,
      letters: [
        { at: '2026-07-15T00:00:00.000Z', body: { a: 1 }, reason: 'NO_PERMISSIONS' },
        { at: '2026-07-15T00:00:00.001Z', body: 'no JSON' },
      ],
    };
    expect(await queues.look('undelivered')).toEqual(seen);
    expect(await queues.look('undelivered')).toEqual(seen);
    expect(deleted).toEqual([]);
  });

  it('of a queue go back to it, in order, those of a partition together', async () => {
    const notes = Array.from({ length: 12 }, (_, n) => ({
      Body: `{"pk":"team#1","sk":"${n}"}`,
      Attributes: { DeadLetterQueueSourceArn: arnOf('figures.fifo'), MessageGroupId: 'team#1' },
    }));
    const { queues, sent, deleted } = lying(...notes);
    expect(await queues.redrive('rows')).toEqual({ putBack: 12, needless: 0, left: 0 });
    expect(sent.map(({ MessageBody }) => MessageBody)).toEqual(notes.map(({ Body }) => Body));
    expect(sent[3]).toMatchObject({
      QueueUrl: `${PLACE}/figures.fifo`,
      MessageGroupId: 'team#1',
      MessageDeduplicationId: 'redriven-m3',
    });
    expect(deleted).toHaveLength(12);
  });

  it('stay when nobody says where they came from', async () => {
    const { queues, sent, deleted } = lying({ Body: '{}' });
    expect(await queues.redrive('inbox')).toEqual({ putBack: 0, needless: 0, left: 1 });
    expect([sent, deleted]).toEqual([[], []]);
  });

  it('of the bus and of functions go on the bus again; an event without a message is of no more use', async () => {
    const { placed } = await requestUnderWay();
    const detail = { to: placed.to, envelope: placed };
    const event = { source: 'shouwang.630100', 'detail-type': placed.type, detail };
    const failed = { requestContext: { condition: 'RetriesExhausted' }, requestPayload: event };
    const stream = { requestContext: { condition: 'RetryAttemptsExhausted' }, DDBStreamBatchInfo: {} };
    const undelivered = lying({ Body: JSON.stringify(event) });
    expect(await undelivered.queues.redrive('undelivered')).toEqual({ putBack: 1, needless: 0, left: 0 });
    expect(undelivered.published).toEqual([detail]);
    const ofFunctions = lying({ Body: JSON.stringify(failed) }, { Body: JSON.stringify(stream) });
    expect(await ofFunctions.queues.redrive('failed')).toEqual({ putBack: 1, needless: 1, left: 0 });
    expect(ofFunctions.published).toEqual([detail]);
    expect(ofFunctions.deleted).toEqual(['r0', 'r1']);
  });
});
