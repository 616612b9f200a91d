import { describe, expect, test } from 'vitest';
import { CATALOG } from '../../functions/catalog.ts';
import { type FunctionDefinition, queueFiltersOf, type Right } from '../../functions/catalog-types.ts';
import { isOpenAtGateway, routeKey } from '../../shared/http/route.ts';
import { at, type Resource, resourcesOf, synthesise, type Template, threeCitiesOf } from './synthesis.ts';

/** What each right comes to, said a second time so that a slip in the stack shows. */
const EXPECTED: Readonly<
  Record<Right, { readonly actions: readonly string[]; readonly variables: readonly string[] }>
> = {
  'table:read': { actions: ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'], variables: ['TABLE_NAME'] },
  'table:write': {
    actions: ['dynamodb:ConditionCheckItem', 'dynamodb:DeleteItem', 'dynamodb:PutItem'],
    variables: ['TABLE_NAME'],
  },
  'table:due': { actions: ['dynamodb:Query'], variables: ['TABLE_NAME'] },
  'key:sign': { actions: ['kms:GetPublicKey', 'kms:Sign'], variables: ['SIGNING_KEY_ID'] },
  'bus:publish': { actions: ['events:PutEvents'], variables: ['EVENT_BUS_NAME'] },
  'row-queues:send': { actions: ['sqs:SendMessage'], variables: ['ROW_QUEUES'] },
  'dead-letters:take': {
    actions: ['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'],
    variables: ['DEAD_LETTERS'],
  },
  'dead-letters:put-back': { actions: ['sqs:SendMessage'], variables: [] },
  'files:read': { actions: ['s3:GetObject'], variables: ['FILES_BUCKET'] },
  'files:write': { actions: ['s3:DeleteObject', 's3:PutObject'], variables: ['FILES_BUCKET'] },
  'secrets:read': { actions: ['ssm:GetParameter'], variables: ['SECRETS_PREFIX'] },
  'secrets:write': { actions: ['ssm:DeleteParameter', 'ssm:PutParameter'], variables: ['SECRETS_PREFIX'] },
  'peer:publish': { actions: ['sts:AssumeRole'], variables: ['COURIER_TARGETS'] },
};

const LOG_ACTIONS = ['logs:CreateLogStream', 'logs:PutLogEvents'];
const SEND_ACTIONS = ['sqs:GetQueueAttributes', 'sqs:GetQueueUrl', 'sqs:SendMessage'];
const STREAM_ACTIONS = [
  'dynamodb:DescribeStream',
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:ListStreams',
];
const QUEUE_ACTIONS = [
  'sqs:ChangeMessageVisibility',
  'sqs:DeleteMessage',
  'sqs:GetQueueAttributes',
  'sqs:GetQueueUrl',
  'sqs:ReceiveMessage',
];
const TRACE_ACTIONS = ['xray:PutTelemetryRecords', 'xray:PutTraceSegments'];

/** API Gateway quotas, "Routes per API", unless AWS is asked for more. */
const ROUTES_OF_AN_API = 300;

const CITY = '620100';
const PROFILES = [
  { name: 'commercial', hasCourier: false, isTraced: true },
  { name: 'china', hasCourier: true, isTraced: false },
];

const distinct = (values: readonly string[]): string[] => [...new Set(values)].toSorted();

const functionsOf = (template: Template): Map<string, readonly [string, Resource]> =>
  new Map(
    resourcesOf(template, 'AWS::Lambda::Function').map((entry) => [
      String(at(entry[1], 'Properties', 'Environment', 'Variables', 'POWERTOOLS_SERVICE_NAME')),
      entry,
    ]),
  );

/** @returns the name of the function that a logical id, or anything that refers to one, means. */
const nameOf = (template: Template, reference: unknown): string => {
  const text = JSON.stringify(reference);
  const found = [...functionsOf(template)].find(
    ([, [id, { Properties }]]) => text.includes(`"${id}"`) || text.includes(`:function:${Properties.FunctionName}"`),
  );
  return found?.[0] ?? 'nothing';
};

const listOf = (value: unknown): readonly unknown[] => [value].flat();

const actionsOf = (template: Template, role: string): string[] =>
  distinct(
    resourcesOf(template, 'AWS::IAM::Policy')
      .filter(([, { Properties }]) => JSON.stringify(Properties.Roles).includes(`"${role}"`))
      .flatMap(([, policy]) => listOf(at(policy, 'Properties', 'PolicyDocument', 'Statement')))
      .flatMap((statement) => listOf(at(statement, 'Action')).map(String)),
  );

describe.each(PROFILES)(
  '$name: the stack has what the catalogue says, and nothing more',
  ({ name, hasCourier, isTraced }) => {
    const template = synthesise(threeCitiesOf(name), CATALOG)(CITY);

    test('no more resources in a stack than CloudFormation takes, and some room', () => {
      expect(template.counts).toHaveLength(2);
      for (const count of template.counts) expect(count).toBeLessThan(450);
      expect(template.counts.reduce((sum, count) => sum + count)).toBe(Object.keys(template.Resources).length);
    });

    test('functions', () => {
      const made = [...functionsOf(template)].map(([service, [, { Properties }]]) => ({
        name: service,
        memory: Properties.MemorySize,
        timeout: Properties.Timeout,
        runtime: Properties.Runtime,
        architectures: Properties.Architectures,
      }));
      expect(made.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual(
        CATALOG.map(({ name: service, memoryMegabytes, timeoutSeconds }) => ({
          name: service,
          memory: memoryMegabytes,
          timeout: timeoutSeconds,
          runtime: 'nodejs22.x',
          architectures: ['arm64'],
        })).toSorted((a, b) => (a.name < b.name ? -1 : 1)),
      );
    });

    test('routes, each to its function and with its gate', () => {
      const integrations = new Map(
        resourcesOf(template, 'AWS::ApiGatewayV2::Integration').map(([id, { Properties }]) => {
          expect(Properties.PayloadFormatVersion).toBe('2.0');
          return [id, nameOf(template, Properties.IntegrationUri)];
        }),
      );
      const made = resourcesOf(template, 'AWS::ApiGatewayV2::Route').map(([, { Properties }]) => {
        const integration = [...integrations.keys()].find((id) =>
          JSON.stringify(Properties.Target).includes(`"${id}"`),
        );
        const to = integrations.get(integration ?? '');
        return `${Properties.RouteKey} → ${to} (${Properties.AuthorizationType})`;
      });
      const expected = CATALOG.flatMap((definition) => [
        ...distinct(
          definition.routes.map((contract) => {
            const gate = isOpenAtGateway(contract) ? 'NONE' : 'JWT';
            const isAlone = definition.routes.every((each) => each === contract || each.path !== contract.path);
            const key = isAlone ? routeKey(contract) : `ANY ${contract.path}`;
            return `${key} → ${definition.name} (${gate})`;
          }),
        ),
        ...(definition.answersUnmatched ? [`$default → ${definition.name} (NONE)`] : []),
      ]);
      expect(made.toSorted()).toEqual(expected.toSorted());
      expect(made.length).toBeLessThanOrEqual(ROUTES_OF_AN_API);
    });

    test('triggers', () => {
      const sources = resourcesOf(template, 'AWS::Lambda::EventSourceMapping').map(([, { Properties }]) => {
        const arn = JSON.stringify(Properties.EventSourceArn);
        const isOwnQueue = arn.includes(`"Rows${nameOf(template, Properties.FunctionName).replaceAll('-', '')}`);
        const queue = isOwnQueue ? 'row-queue' : 'inbox-queue';
        const from = arn.includes('StreamArn') ? 'table-stream' : queue;
        expect(Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
        return `${from} → ${nameOf(template, Properties.FunctionName)}`;
      });
      const rules = resourcesOf(template, 'AWS::Events::Rule').flatMap(([, { Properties }]) =>
        listOf(Properties.Targets)
          .map((target) => nameOf(template, at(target, 'Arn')))
          .filter((to) => to !== 'nothing')
          .map((to) => `${Properties.ScheduleExpression ?? 'courier-links'} → ${to}`),
      );
      const expected = CATALOG.flatMap(({ name: to, triggers }) =>
        triggers.flatMap((trigger) => {
          if (trigger.kind === 'courier-links' && !hasCourier) return [];
          if (trigger.kind !== 'schedule') return [`${trigger.kind} → ${to}`];
          return [`rate(${trigger.everyMinutes} minute${trigger.everyMinutes === 1 ? '' : 's'}) → ${to}`];
        }),
      );
      // One queue for all that a function is told of.
      expect([...sources, ...rules].toSorted()).toEqual(distinct(expected));
    });

    test('stream filters, bounded and with somewhere to put what fails', () => {
      const filters = CATALOG.flatMap(({ triggers }) =>
        triggers.flatMap((trigger) => (trigger.kind === 'table-stream' ? [trigger.filter] : [])),
      );
      const made = resourcesOf(template, 'AWS::Lambda::EventSourceMapping')
        .filter(([, { Properties }]) => Properties.FilterCriteria !== undefined)
        .map(([, { Properties }]) => Properties);
      expect(made.map((mapping) => JSON.parse(String(at(mapping, 'FilterCriteria', 'Filters', 0, 'Pattern'))))).toEqual(
        filters,
      );
      for (const mapping of made) {
        expect(mapping.BisectBatchOnFunctionError).toBe(true);
        expect(mapping.MaximumRetryAttempts).toBeGreaterThan(0);
        expect(mapping.MaximumRecordAgeInSeconds).toBeGreaterThan(0);
        expect(at(mapping, 'DestinationConfig', 'OnFailure', 'Destination')).toBeDefined();
      }
    });

    test('the table has two readers at most, as AWS advises', () => {
      const readers = CATALOG.filter((definition) => has(definition, 'table-stream'));
      expect(readers.map(({ name: reader }) => reader)).toEqual(['exchange-outbox', 'stream-router']);
    });

    test('the router knows every queue with its filters, and has room for more', () => {
      const router = functionsOf(template).get('stream-router')?.[1];
      const parts = at(router, 'Properties', 'Environment', 'Variables', 'ROW_QUEUES', 'Fn::Join', 1);
      const text = listOf(parts)
        .flatMap((part) => listOf(part))
        .map((part) =>
          typeof part === 'string' ? part : 'https://sqs.cn-northwest-1.amazonaws.com.cn/000000000000/q.fifo',
        )
        .join('');
      const told = CATALOG.filter((definition) => queueFiltersOf(definition).length > 0);
      expect(JSON.parse(text).map(({ name: to, filters }: Record<string, unknown>) => ({ to, filters }))).toEqual(
        told.map((definition) => ({ to: definition.name, filters: queueFiltersOf(definition) })),
      );
      // Lambda takes 4 KB of environment.
      expect(Buffer.byteLength(text)).toBeLessThan(3500);
    });

    test('queues of new rows are first in first out, leave their function time, and give up in the end', () => {
      const queues = resourcesOf(template, 'AWS::SQS::Queue').filter(
        ([id, { Properties }]) => id.startsWith('Rows') && Properties.RedrivePolicy !== undefined,
      );
      expect(queues).toHaveLength(CATALOG.filter((definition) => has(definition, 'row-queue')).length);
      for (const [id, { Properties }] of queues) {
        const of = CATALOG.find(
          (definition) => has(definition, 'row-queue') && id.startsWith(`Rows${definition.name.replaceAll('-', '')}`),
        );
        expect(Properties).toMatchObject({ FifoQueue: true, SqsManagedSseEnabled: true });
        expect(Properties.VisibilityTimeout).toBe(2 * (of?.timeoutSeconds ?? Number.NaN));
        expect(at(Properties, 'RedrivePolicy', 'maxReceiveCount')).toBe(10);
      }
    });

    test.each(CATALOG)('rights and environment of $name', (definition) => {
      const fn = functionsOf(template).get(definition.name)?.[1];
      const role = String(at(fn, 'Properties', 'Role', 'Fn::GetAtt', 0));
      expect(actionsOf(template, role)).toEqual(expectedActions(definition, hasCourier, isTraced));
      expect(distinct(Object.keys(at(fn, 'Properties', 'Environment', 'Variables') as object))).toEqual(
        expectedVariables(definition),
      );
    });
  },
);

const has = ({ triggers }: FunctionDefinition, ...kinds: readonly string[]): boolean =>
  triggers.some(({ kind }) => kinds.includes(kind));

const expectedActions = (definition: FunctionDefinition, hasCourier: boolean, isTraced: boolean): string[] =>
  distinct([
    ...LOG_ACTIONS,
    ...definition.rights
      .filter((right) => right !== 'peer:publish' || hasCourier)
      .flatMap((right) => EXPECTED[right].actions),
    ...(has(definition, 'table-stream') ? STREAM_ACTIONS : []),
    ...(has(definition, 'inbox-queue', 'row-queue') ? QUEUE_ACTIONS : []),
    ...(has(definition, 'table-stream', 'schedule', 'courier-links') ? SEND_ACTIONS : []),
    ...(isTraced ? TRACE_ACTIONS : []),
  ]);

const expectedVariables = ({ rights, routes }: FunctionDefinition): string[] =>
  distinct([
    'CITY_CODE',
    'DUTY_ROOM_NAME',
    'DUTY_ROOM_TELEPHONE',
    'NODE_OPTIONS',
    'POWERTOOLS_LOG_LEVEL',
    'POWERTOOLS_SERVICE_NAME',
    'REGISTRY_STALE_AFTER_DAYS',
    ...(routes.length > 0 ? ['OIDC_ISSUER'] : []),
    ...rights.flatMap((right) => EXPECTED[right].variables),
  ]);
