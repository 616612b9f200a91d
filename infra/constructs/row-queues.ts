import { Duration } from 'aws-cdk-lib';
import type { IQueue, Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { type FunctionDefinition, queueFiltersOf, type RowFilter } from '../../functions/catalog-types.ts';
import { ROW_QUEUE } from '../delivery.ts';
import { cityQueue, deadLetters } from './city-queue.ts';

/** The queue of a function that is told of new rows. */
export interface RowQueueOfFunction {
  /** The function's name. */
  readonly name: string;
  readonly filters: readonly RowFilter[];
  readonly queue: Queue;
}

export interface RowQueuesProps {
  readonly catalog: readonly FunctionDefinition[];
}

/** The queues by which functions are told of new rows: one each, first in first out, so that those of a partition stay in order. */
export class RowQueues extends Construct {
  readonly all: readonly RowQueueOfFunction[];
  /** What any of the functions failed on; SQS remembers which queue it came from. */
  readonly deadLetters: Queue;

  constructor(scope: Construct, id: string, { catalog }: RowQueuesProps) {
    super(scope, id);
    this.deadLetters = deadLetters(this, 'DeadLetters', { fifo: true });
    this.all = catalog.flatMap((definition) => {
      const filters = queueFiltersOf(definition);
      return filters.length === 0
        ? []
        : [{ name: definition.name, filters, queue: this.queueFor(definition.name, definition.timeoutSeconds) }];
    });
  }

  /** @returns the queue of a function of that name. */
  of(name: string): IQueue {
    const found = this.all.find((each) => each.name === name);
    if (!found) throw new RangeError(`${name} is told of no rows`);
    return found.queue;
  }

  private queueFor(name: string, timeoutSeconds: number): Queue {
    return cityQueue(this, name, {
      fifo: true,
      visibilityTimeout: Duration.seconds(ROW_QUEUE.timeouts * timeoutSeconds),
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: ROW_QUEUE.maximumReceives },
    });
  }
}
