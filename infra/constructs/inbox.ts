import { Duration } from 'aws-cdk-lib';
import { type EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import type { IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { inboxPattern } from '../../shared/exchange/routing.ts';
import { INBOX } from '../delivery.ts';
import { cityQueue, deadLetters } from './city-queue.ts';
import { eventPattern } from './event-pattern.ts';

export interface InboxProps {
  readonly city: string;
  readonly bus: EventBus;
  /** Where the bus puts messages that the queue did not take. */
  readonly undelivered: IQueue;
  /** Time limit of the function that reads the queue, seconds. */
  readonly timeoutSeconds: number;
}

/** Messages to the city wait here for the inbox function. */
export class Inbox extends Construct {
  readonly queue: Queue;
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, props: InboxProps) {
    super(scope, id);
    this.deadLetters = deadLetters(this, 'DeadLetters');
    this.queue = cityQueue(this, 'Queue', {
      // Six times the function's limit, as AWS advises, so that no message is handed out twice while it is being worked on.
      visibilityTimeout: Duration.seconds(6 * props.timeoutSeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: INBOX.maximumReceives },
    });
    new Rule(this, 'ToThisCity', {
      description: `Messages to ${props.city}`,
      eventBus: props.bus,
      eventPattern: eventPattern(inboxPattern(props.city)),
      targets: [new SqsQueue(this.queue, { deadLetterQueue: props.undelivered })],
    });
  }
}
