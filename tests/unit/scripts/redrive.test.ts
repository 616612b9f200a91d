import { SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { CannotRedrive } from '../../../scripts/redrive/cannot-redrive.ts';
import { redriveOnAws } from '../../../scripts/redrive/on-aws.ts';
import { readOptions } from '../../../scripts/redrive/options.ts';
import { TEST_CREDENTIALS, wire } from '../../support/aws-wire.ts';

const QUEUE = 'Shouwang-630100-InboxDeadLettersFE4330BC-x1';
const ARN = `arn:aws-cn:sqs:cn-northwest-1:000000000000:${QUEUE}`;
const urlOf = (name: string) => `https://sqs.cn-northwest-1.amazonaws.com.cn/000000000000/${name}`;

/** SQS with these queues and so many messages in each. */
const sqs = ({ queues = [QUEUE], waiting = 3 } = {}) => {
  const asked: (readonly [operation: string, input: Record<string, unknown>])[] = [];
  const answers: Readonly<Record<string, object>> = {
    ListQueues: { QueueUrls: queues.map(urlOf) },
    GetQueueAttributes: { Attributes: { QueueArn: ARN, ApproximateNumberOfMessages: String(waiting) } },
    StartMessageMoveTask: { TaskHandle: 'task' },
  };
  const { requestHandler } = wire(({ headers, body }) => {
    const operation = headers['x-amz-target']?.split('.')[1] ?? '';
    asked.push([operation, JSON.parse(body)]);
    return { body: JSON.stringify(answers[operation]) };
  });
  const client = new SQSClient({ region: 'cn-northwest-1', credentials: TEST_CREDENTIALS, requestHandler });
  return { client, asked };
};

describe('redriving on AWS', () => {
  it("moves the inbox's dead letters back to where they came from", async () => {
    const { client, asked } = sqs();
    const { zh, en } = await redriveOnAws(client, { city: '630100' });
    expect(asked).toEqual([
      ['ListQueues', { QueueNamePrefix: 'Shouwang-630100-InboxDeadLetters' }],
      ['GetQueueAttributes', { QueueUrl: urlOf(QUEUE), AttributeNames: ['QueueArn', 'ApproximateNumberOfMessages'] }],
      ['StartMessageMoveTask', { SourceArn: ARN }],
    ]);
    for (const sentence of [zh, en]) expect(sentence).toContain(ARN);
    expect(en).toContain('3 messages');
  });

  it('moves the notes of new rows back to the queues of the functions that failed on them', async () => {
    const { client, asked } = sqs({ queues: ['Shouwang-630100-RowsDeadLetters0FE2-x2.fifo'] });
    await redriveOnAws(client, { city: '630100', queue: 'rows' });
    expect(asked[0]).toEqual(['ListQueues', { QueueNamePrefix: 'Shouwang-630100-RowsDeadLetters' }]);
    expect(asked[2]).toEqual(['StartMessageMoveTask', { SourceArn: ARN }]);
  });

  it('does nothing when nothing is there', async () => {
    const { client, asked } = sqs({ waiting: 0 });
    expect(await redriveOnAws(client, { city: '630100', queue: 'inbox' })).toMatchObject({
      en: expect.stringContaining('empty'),
    });
    expect(asked.map(([operation]) => operation)).toEqual(['ListQueues', 'GetQueueAttributes']);
  });

  it.each([
    ['no queue', []],
    ['more than one', [QUEUE, `${QUEUE}2`]],
  ])('touches nothing when the name fits %s', async (_, queues) => {
    const { client, asked } = sqs({ queues });
    await expect(redriveOnAws(client, { city: '630100' })).rejects.toThrow(CannotRedrive);
    expect(asked.map(([operation]) => operation)).toEqual(['ListQueues']);
  });

  it.each(['undelivered', 'failed'] as const)('says that %s need not be put back', async (queue) => {
    const { client, asked } = sqs();
    await expect(redriveOnAws(client, { city: '630100', queue })).rejects.toMatchObject({
      text: { zh: expect.stringContaining('重发'), en: expect.stringContaining('sent again') },
    });
    expect(asked).toEqual([]);
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
