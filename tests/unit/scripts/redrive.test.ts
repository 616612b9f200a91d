import { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { CannotRedrive } from '../../../scripts/redrive/cannot-redrive.ts';
import { redriveOnAws } from '../../../scripts/redrive/on-aws.ts';
import { readOptions } from '../../../scripts/redrive/options.ts';
import { TEST_CREDENTIALS, wire } from '../../support/aws-wire.ts';

const QUEUE = 'Shouwang-630100-InboxDeadLettersFE4330BC-x1';
const ORIGIN = 'arn:aws-cn:sqs:cn-northwest-1:000000000000:Shouwang-630100-InboxQueue1';
const urlOf = (name: string) => `https://sqs.cn-northwest-1.amazonaws.com.cn/000000000000/${name}`;

const NO_PUBLISHER = { publish: async () => expect.unreachable('nothing came from the bus') };

/** SQS with these queues, and one message in each. */
const sqs = ({ queues = [QUEUE] } = {}) => {
  const asked: (readonly [operation: string, input: Record<string, unknown>])[] = [];
  const messages = [
    { MessageId: 'm', ReceiptHandle: 'r', Body: '{}', Attributes: { DeadLetterQueueSourceArn: ORIGIN } },
  ];
  const answers: Readonly<Record<string, () => object>> = {
    ListQueues: () => ({ QueueUrls: queues.map(urlOf) }),
    ReceiveMessage: () => ({ Messages: messages.splice(0) }),
    GetQueueAttributes: () => ({ Attributes: { ApproximateNumberOfMessages: '0' } }),
    SendMessage: () => ({ MessageId: 'n' }),
    DeleteMessage: () => ({}),
  };
  const { requestHandler } = wire(({ headers, body }) => {
    const operation = headers['x-amz-target']?.split('.')[1] ?? '';
    asked.push([operation, JSON.parse(body)]);
    return { body: JSON.stringify(answers[operation]?.()) };
  });
  const client = new SQSClient({
    region: 'cn-northwest-1',
    credentials: TEST_CREDENTIALS,
    requestHandler,
    md5: false,
  });
  return { clients: { sqs: client, publisher: NO_PUBLISHER }, asked };
};

describe('redriving on AWS', () => {
  it("puts the inbox's dead letters back in the queue they came from", async () => {
    const { clients, asked } = sqs();
    const { zh, en } = await redriveOnAws(clients, { city: '630100' });
    expect(asked.map(([operation]) => operation)).toEqual([
      'ListQueues',
      'ReceiveMessage',
      'SendMessage',
      'DeleteMessage',
      'ReceiveMessage',
      'GetQueueAttributes',
    ]);
    expect(asked[0]?.[1]).toEqual({ QueueNamePrefix: 'Shouwang-630100-InboxDeadLetters' });
    expect(asked[2]?.[1]).toMatchObject({ QueueUrl: urlOf('Shouwang-630100-InboxQueue1') });
    expect([zh, en]).toEqual([
      '已移回1条；不再需要而清除0条；尚余0条。',
      '1 put back; 0 no longer needed and removed; 0 left.',
    ]);
  });

  it.each([
    ['no queue', []],
    ['more than one', [QUEUE, `${QUEUE}2`]],
  ])('touches nothing when the name fits %s', async (_, queues) => {
    const { clients, asked } = sqs({ queues });
    await expect(redriveOnAws(clients, { city: '630100' })).rejects.toThrow(CannotRedrive);
    expect(asked.map(([operation]) => operation)).toEqual(['ListQueues']);
  });
});

describe('the options of redriving', () => {
  it('are a city, and where it runs', () => {
    expect(readOptions(['--city', '630100', '--queue', 'inbox', '--region', 'cn-north-1'])).toEqual({
      city: '630100',
      queue: 'inbox',
      region: 'cn-north-1',
    });
    expect(readOptions(['--city', '630100', '--url', 'http://127.0.0.1:8630/'])).toEqual({
      city: '630100',
      url: 'http://127.0.0.1:8630',
    });
  });

  it.each([
    ['no city', []],
    ['a city that is none', ['--city', 'Xining']],
    ['a queue that is none', ['--city', '630100', '--queue', 'outbox']],
    ['a place that is none', ['--city', '630100', '--url', 'here']],
    ['an option that is none', ['--city', '630100', '--all']],
  ])('with %s are refused', (_, args) => {
    expect(() => readOptions(args)).toThrow();
  });
});
