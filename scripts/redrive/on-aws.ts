import {
  GetQueueAttributesCommand,
  ListQueuesCommand,
  type SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import { deadLettersPrefix, type Redrivable } from '../../infra/constructs/names.ts';
import type { Text } from '../../shared/domain/kernel/text.ts';
import { CannotRedrive } from './cannot-redrive.ts';
import type { RedriveOptions } from './options.ts';

/** Whose dead letters SQS can move back. */
const REDRIVABLE: Partial<Record<NonNullable<RedriveOptions['queue']>, Redrivable>> = { inbox: 'Inbox', rows: 'Rows' };

/** @returns the URL of a dead-letter queue of a city in the client's account and region. */
const deadLettersOf = async (sqs: SQSClient, city: string, of: Redrivable): Promise<string> => {
  const prefix = deadLettersPrefix(city, of);
  const { QueueUrls = [] } = await sqs.send(new ListQueuesCommand({ QueueNamePrefix: prefix }));
  const [url, ...others] = QueueUrls;
  if (url === undefined || others.length > 0)
    throw new CannotRedrive({
      zh: `此账户与区域中名称以 ${prefix} 开头的队列有${QueueUrls.length}个，应为一个。请核对城市、区域与凭证。`,
      en: `${QueueUrls.length} queues of this account and region begin with ${prefix}, not one. Check city, region and credentials.`,
    });
  return url;
};

/**
 * Has SQS move what lies in a dead-letter queue of a city back to the queues it came from: it goes on by itself.
 * @throws CannotRedrive for other queues: SQS moves only what another queue gave up, and theirs comes again without.
 */
export const redriveOnAws = async (sqs: SQSClient, { city, queue = 'inbox' }: RedriveOptions): Promise<Text> => {
  const of = REDRIVABLE[queue];
  if (of === undefined)
    throw new CannotRedrive({
      zh: `SQS只能移回由其他队列放弃的消息，${queue}中的不是。无需移回：凡无回执的消息，发送方会继续重发。见 docs/runbook.md。`,
      en: `SQS moves only what another queue gave up, which ${queue} does not hold. Nothing needs to be put back: what has no receipt is sent again by its sender. See docs/runbook.md.`,
    });
  const QueueUrl = await deadLettersOf(sqs, city, of);
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn', 'ApproximateNumberOfMessages'] }),
  );
  const waiting = Number(Attributes?.ApproximateNumberOfMessages ?? 0);
  const SourceArn = Attributes?.QueueArn;
  if (waiting === 0)
    return {
      zh: '死信队列是空的，没有消息需要移回。',
      en: 'The dead-letter queue is empty; there is nothing to put back.',
    };
  await sqs.send(new StartMessageMoveTaskCommand({ SourceArn }));
  return {
    zh: `正在把约${waiting}条消息移回原队列。进度：aws sqs list-message-move-tasks --source-arn ${SourceArn}`,
    en: `About ${waiting} messages are on their way back to where they came from. To follow them: aws sqs list-message-move-tasks --source-arn ${SourceArn}`,
  };
};
