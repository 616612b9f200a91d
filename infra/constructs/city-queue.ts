import { Duration, Validations } from 'aws-cdk-lib';
import { type DeadLetterQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/** SQS keeps a message this long at most. */
const RETENTION = Duration.days(14);

export interface CityQueueProps {
  readonly visibilityTimeout?: Duration;
  /** First in, first out. */
  readonly fifo?: true;
  readonly deadLetterQueue: DeadLetterQueue;
}

/** @returns a queue as the service has them: encrypted by SQS, TLS only, kept for as long as SQS keeps anything. */
export const cityQueue = (scope: Construct, id: string, props: CityQueueProps): Queue =>
  new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: RETENTION,
    ...props,
  });

/** @returns a queue for what could not be done; an alarm watches it, and the runbook says how to send its messages again. */
export const deadLetters = (scope: Construct, id: string, props: Pick<CityQueueProps, 'fifo'> = {}): Queue => {
  const queue = new Queue(scope, id, {
    encryption: QueueEncryption.SQS_MANAGED,
    enforceSSL: true,
    retentionPeriod: RETENTION,
    ...props,
  });
  Validations.of(queue).acknowledge({
    id: 'AwsSolutions-SQS3',
    reason: 'This is a dead-letter queue: nothing reads it but people, so it needs none of its own.',
  });
  return queue;
};
