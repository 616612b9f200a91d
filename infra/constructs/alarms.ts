import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, type IMetric, Metric, Stats, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { FilterPattern, MetricFilter } from 'aws-cdk-lib/aws-logs';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { SIGNALS, type Signal } from '../../shared/lambda/signals.ts';
import type { AlarmName } from '../alarm-catalogue.ts';
import { addAlarm, type CatalogueAlarmProps } from './alarm.ts';
import type { CityFunction } from './city-function.ts';
import { alarmTopicName } from './names.ts';
import type { RowQueues } from './row-queues.ts';

const FIVE_MINUTES = Duration.minutes(5);
const STREAM_LAG_MS = FIVE_MINUTES.toMilliseconds();
/** How long a note of a new row may wait, seconds: longer than one import takes, and one failure. */
const ROW_QUEUE_LAG_SECONDS = Duration.minutes(30).toSeconds();
/** A message goes again after minutes at first, later after hours: an hour's window shows an outage as one alarm. */
const SIGNAL_WINDOW = Duration.hours(1);
/** Rounds the clock may miss before somebody is told. */
const MISSED_ROUNDS = 5;

export interface AlarmsProps {
  readonly city: string;
  readonly functions: readonly CityFunction[];
  readonly inboxDeadLetters: IQueue;
  readonly rowQueues: RowQueues;
  readonly undelivered: IQueue;
  readonly failed: IQueue;
}

/** What a city watches over itself. All alarms go to one topic, to which the city subscribes whom it likes. */
export class Alarms extends Construct {
  readonly topic: Topic;
  private readonly namespace: string;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.namespace = `Shouwang/${props.city}`;
    this.topic = new Topic(this, 'Topic', {
      topicName: alarmTopicName(props.city),
      displayName: `Shouwang ${props.city}`,
      enforceSSL: true,
    });
    this.watchQueues(props);
    this.watchSignals(props.functions);
    this.watchFunctions(props.functions);
  }

  private add(name: AlarmName, metric: IMetric, threshold?: CatalogueAlarmProps['threshold'], suffix?: string): void {
    addAlarm(this, { name, metric, topic: this.topic, ...(threshold && { threshold }), ...(suffix && { suffix }) });
  }

  private watchQueues({ inboxDeadLetters, rowQueues, undelivered, failed }: AlarmsProps): void {
    const waiting = (queue: IQueue) =>
      queue.metricApproximateNumberOfMessagesVisible({ period: FIVE_MINUTES, statistic: Stats.MAXIMUM });
    this.add('inboxDeadLetters', waiting(inboxDeadLetters));
    this.add('undelivered', waiting(undelivered));
    this.add('failedInvocations', waiting(failed));
    this.add('rowDeadLetters', waiting(rowQueues.deadLetters));
    for (const { name, queue } of rowQueues.all) {
      const age = queue.metricApproximateAgeOfOldestMessage({ period: FIVE_MINUTES, statistic: Stats.MAXIMUM });
      this.add('followersBehind', age, { threshold: ROW_QUEUE_LAG_SECONDS }, `-${name}`);
    }
  }

  /** Functions that the exchange or the clock sets going log the signals; each log line counts one. */
  private watchSignals(functions: readonly CityFunction[]): void {
    const triggered = functions.filter(({ definition }) => definition.triggers.length > 0);
    for (const signal of Object.keys(SIGNALS) as Signal[]) {
      for (const each of triggered) {
        new MetricFilter(each, `Count-${signal}`, {
          logGroup: each.logGroup,
          filterPattern: FilterPattern.stringValue('$.message', '=', SIGNALS[signal]),
          metricNamespace: this.namespace,
          metricName: signal,
          metricValue: '1',
        });
      }
      const metric = new Metric({
        namespace: this.namespace,
        metricName: signal,
        period: SIGNAL_WINDOW,
        statistic: Stats.SUM,
      });
      this.add(signal, metric);
    }
  }

  private watchFunctions(functions: readonly CityFunction[]): void {
    for (const { fn, definition } of functions) {
      const period = { period: FIVE_MINUTES };
      this.add('functionErrors', fn.metricErrors(period), {}, `-${definition.name}`);
      this.add('functionThrottles', fn.metricThrottles(period), {}, `-${definition.name}`);
      for (const trigger of definition.triggers) {
        if (trigger.kind === 'table-stream') {
          const age = fn.metric('IteratorAge', { period: FIVE_MINUTES, statistic: Stats.MAXIMUM });
          const name = definition.rights.includes('row-queues:send') ? 'followersBehind' : 'outboxLag';
          this.add(name, age, { threshold: STREAM_LAG_MS }, `-${definition.name}`);
        }
        if (trigger.kind === 'schedule') {
          const period = Duration.minutes(trigger.everyMinutes * MISSED_ROUNDS);
          this.add(
            'clockStopped',
            fn.metricInvocations({ period }),
            {
              comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
              treatMissingData: TreatMissingData.BREACHING,
            },
            `-${definition.name}`,
          );
        }
      }
    }
  }
}
