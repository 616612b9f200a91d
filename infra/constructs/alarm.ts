import { Alarm, type AlarmProps, ComparisonOperator, type IMetric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { ALARMS, type AlarmName, alarmDescription } from '../alarm-catalogue.ts';

export interface CatalogueAlarmProps {
  readonly name: AlarmName;
  readonly metric: IMetric;
  /** Who is told when it rings, and when it is over. */
  readonly topic: ITopic;
  readonly threshold?: Partial<
    Pick<AlarmProps, 'threshold' | 'comparisonOperator' | 'treatMissingData' | 'evaluationPeriods'>
  >;
  /** Tells alarms of one name apart. */
  readonly suffix?: string;
}

/** Adds an alarm of the catalogue: it rings at the first occurrence, unless told otherwise. */
export const addAlarm = (
  scope: Construct,
  { name, metric, topic, threshold = {}, suffix = '' }: CatalogueAlarmProps,
): void => {
  const alarm = new Alarm(scope, `${name}${suffix}`, {
    alarmDescription: alarmDescription(ALARMS[name]),
    metric,
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
    treatMissingData: TreatMissingData.NOT_BREACHING,
    ...threshold,
  });
  alarm.addAlarmAction(new SnsAction(topic));
  alarm.addOkAction(new SnsAction(topic));
};
