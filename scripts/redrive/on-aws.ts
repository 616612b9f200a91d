import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { busName, deadLettersPrefix } from '../../infra/constructs/names.ts';
import type { Text } from '../../shared/domain/kernel/text.ts';
import type { DeadLetterQueueName } from '../../shared/exchange/dead-letters.ts';
import { createEventBridgePublisher } from '../../shared/exchange/eventbridge-publisher.ts';
import type { Publisher } from '../../shared/exchange/ports.ts';
import { redriveSqs } from '../../shared/lambda/sqs-dead-letters.ts';
import { CannotRedrive } from './cannot-redrive.ts';
import type { RedriveOptions } from './options.ts';

/** What redriving on AWS speaks to. */
export interface AwsClients {
  readonly sqs: SQSClient;
  /** Of the city's own bus. */
  readonly publisher: Publisher;
}

/** @returns clients of the city's cell, with the credentials of whoever runs the command. */
export const awsClients = ({ city, region }: RedriveOptions): AwsClients => {
  const place = region === undefined ? {} : { region };
  return {
    sqs: new SQSClient(place),
    publisher: createEventBridgePublisher({ client: new EventBridgeClient(place), busName: busName(city) }),
  };
};

/** @returns the URL of a dead-letter queue of a city in the client's account and region. */
const deadLettersOf = async (sqs: SQSClient, city: string, queue: DeadLetterQueueName): Promise<string> => {
  const prefix = deadLettersPrefix(city, queue);
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
 * Puts back what lies in a dead-letter queue of a city, as the route does that people of the city call.
 * @throws CannotRedrive
 */
export const redriveOnAws = async (
  { sqs, publisher }: AwsClients,
  { city, queue = 'inbox' }: RedriveOptions,
): Promise<Text> => {
  const url = await deadLettersOf(sqs, city, queue);
  const { putBack, needless, left } = await redriveSqs({ sqs, queue, url, publisher });
  return {
    zh: `已移回${putBack}条；不再需要而清除${needless}条；尚余${left}条。`,
    en: `${putBack} put back; ${needless} no longer needed and removed; ${left} left.`,
  };
};
