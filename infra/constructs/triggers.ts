import { Duration } from 'aws-cdk-lib';
import type { ITable, Table } from 'aws-cdk-lib/aws-dynamodb';
import { type EventBus, Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction as FunctionTarget } from 'aws-cdk-lib/aws-events-targets';
import { StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { DynamoEventSource, SqsDlq, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { queueFiltersOf, type Trigger } from '../../functions/catalog-types.ts';
import { linkPattern } from '../../shared/exchange/routing.ts';
import { ASYNCHRONOUS, INBOX, ROW_QUEUE, STREAM } from '../delivery.ts';
import type { CityFunction } from './city-function.ts';
import { eventPattern } from './event-pattern.ts';
import type { RowQueues } from './row-queues.ts';

/** What sets a city's functions going. */
export interface Sources {
  readonly city: string;
  readonly table: Table;
  readonly inbox: IQueue;
  readonly rowQueues: RowQueues;
  readonly bus: EventBus;
  /** Cities that only the courier reaches. */
  readonly courierPeers: readonly string[];
  /** Where EventBridge puts what a target did not take. */
  readonly undelivered: IQueue;
  /** Where Lambda puts what a function failed on. */
  readonly failed: IQueue;
}

/** Triggers whose events Lambda queues itself, tries again, and then gives up to the failed ones. */
const QUEUED_BY_LAMBDA: readonly Trigger['kind'][] = ['courier-links', 'schedule'];

type Attach<K extends Trigger['kind']> = (
  to: CityFunction,
  trigger: Extract<Trigger, { kind: K }>,
  sources: Sources,
) => void;

const ATTACH: { readonly [K in Trigger['kind']]: Attach<K> } = {
  'table-stream': ({ fn }, { filter }, { table, failed }) =>
    fn.addEventSource(
      // The CDK declares its own classes against its interfaces without exactOptionalPropertyTypes.
      new DynamoEventSource(table as ITable, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        filters: [{ pattern: JSON.stringify(filter) }],
        batchSize: STREAM.batchSize,
        bisectBatchOnError: true,
        retryAttempts: STREAM.retries,
        maxRecordAge: Duration.hours(STREAM.recordAgeHours),
        reportBatchItemFailures: true,
        onFailure: new SqsDlq(failed),
      }),
    ),
  'row-queue': ({ fn, definition }, { filter }, { rowQueues }) => {
    // One queue for all filters of a function.
    if (queueFiltersOf(definition)[0] !== filter) return;
    const { batchSize } = ROW_QUEUE;
    fn.addEventSource(new SqsEventSource(rowQueues.of(definition.name), { batchSize, reportBatchItemFailures: true }));
  },
  'inbox-queue': ({ fn }, _trigger, { inbox }) =>
    fn.addEventSource(new SqsEventSource(inbox, { batchSize: INBOX.batchSize, reportBatchItemFailures: true })),
  'courier-links': (to, _trigger, { city, bus, courierPeers, undelivered }) => {
    if (courierPeers.length === 0) return;
    new Rule(to, 'ToCourierPeers', {
      description: `Messages of ${city} to peers that its bus cannot reach`,
      eventBus: bus,
      eventPattern: eventPattern(linkPattern(city, courierPeers)),
      targets: [new FunctionTarget(to.fn, { deadLetterQueue: undelivered })],
    });
  },
  schedule: (to, { everyMinutes }) => {
    const every = Duration.minutes(everyMinutes);
    new Rule(to, 'Schedule', {
      description: `Every ${every.toHumanString()}`,
      schedule: Schedule.rate(every),
      targets: [new FunctionTarget(to.fn)],
    });
  },
};

const attachOne = <K extends Trigger['kind']>(
  to: CityFunction,
  trigger: Extract<Trigger, { kind: K }>,
  sources: Sources,
): void => ATTACH[trigger.kind as K](to, trigger, sources);

/** Wires all that sets a function going, as the catalogue says. */
export const attach = (to: CityFunction, sources: Sources): void => {
  const { triggers } = to.definition;
  for (const trigger of triggers) attachOne(to, trigger, sources);
  if (!triggers.some(({ kind }) => QUEUED_BY_LAMBDA.includes(kind))) return;
  to.fn.configureAsyncInvoke({
    retryAttempts: ASYNCHRONOUS.retries,
    maxEventAge: Duration.hours(ASYNCHRONOUS.courierEventAgeHours),
    onFailure: new SqsDestination(sources.failed),
  });
};
