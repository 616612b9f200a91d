import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { Stats } from 'aws-cdk-lib/aws-cloudwatch';
import { Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import type { FunctionDefinition } from '../functions/catalog-types.ts';
import { consoleOriginsOf, type Placement, type Profile } from './cities.ts';
import { addAlarm } from './constructs/alarm.ts';
import { CityApi } from './constructs/city-api.ts';
import { alarmTopicName } from './constructs/names.ts';
import { cellStackProps, tell } from './stacks.ts';

export interface ApiStackProps {
  readonly profile: Profile;
  readonly home: Placement;
  readonly catalog: readonly FunctionDefinition[];
}

/**
 * A city's HTTP API, in a stack beside the functions it calls: together they would be more than the 500 resources CloudFormation
 * takes in one. The functions and the topic of alarms are known by their names, so that nothing is exported and either stack can
 * change alone.
 */
export class ApiStack extends Stack {
  readonly endpoint: string;

  constructor(scope: Construct, id: string, { profile, home, catalog }: ApiStackProps) {
    const keep = !profile.emulated;
    super(scope, id, cellStackProps(home, 'the HTTP API', keep));
    const { api } = new CityApi(this, 'Api', {
      city: home.city,
      issuer: profile.issuer,
      catalog,
      origins: consoleOriginsOf(home),
      keep,
    });
    this.endpoint = api.apiEndpoint;
    const topicArn = this.formatArn({
      service: 'sns',
      resource: alarmTopicName(home.city),
      arnFormat: ArnFormat.NO_RESOURCE_NAME,
    });
    addAlarm(this, {
      name: 'apiErrors',
      metric: api.metricServerError({ period: Duration.minutes(5), statistic: Stats.SUM }),
      topic: Topic.fromTopicArn(this, 'AlarmTopic', topicArn),
    });
    tell(this, { ApiId: api.apiId, ApiEndpoint: api.apiEndpoint });
  }
}
