import { Stack, Token, Validations } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import type { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Right } from '../../functions/catalog-types.ts';
import { TABLE } from '../../shared/data/table.ts';
import type { CourierTargets } from '../../shared/exchange/courier-target.ts';
import type { DeadLetterQueueName } from '../../shared/exchange/dead-letters.ts';
import { environmentOf } from '../../shared/lambda/environment.ts';
import type { RowQueueOfFunction } from './row-queues.ts';

/** The things of a city that functions can have rights on. */
export interface CityThings {
  readonly table: Table;
  readonly key: IKey;
  readonly bus: EventBus;
  readonly files: Bucket;
  readonly rowQueues: readonly RowQueueOfFunction[];
  readonly inbox: IQueue;
  readonly deadLetters: Readonly<Record<DeadLetterQueueName, IQueue>>;
  /** What the names of its secrets begin with. */
  readonly secretsPrefix: string;
  readonly courierTargets: CourierTargets;
}

/** The files that functions have to do with: those of imports. */
const IMPORTS = 'imports/*';

/** The city's secrets in Parameter Store, whose names are ids below the city's own prefix. */
const secretArns = ({ secretsPrefix }: CityThings, stack: Stack): readonly string[] => [
  stack.formatArn({ service: 'ssm', resource: 'parameter', resourceName: `${secretsPrefix.slice(1)}*` }),
];

/** IAM actions of each right. There is no Scan among them, and no wildcard. */
const ACTIONS: Readonly<Record<Right, readonly string[]>> = {
  'table:read': ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'],
  'table:write': ['dynamodb:PutItem', 'dynamodb:DeleteItem', 'dynamodb:ConditionCheckItem'],
  'table:due': ['dynamodb:Query'],
  'key:sign': ['kms:Sign', 'kms:GetPublicKey'],
  'bus:publish': ['events:PutEvents'],
  'row-queues:send': ['sqs:SendMessage'],
  'dead-letters:take': ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  'dead-letters:put-back': ['sqs:SendMessage'],
  'files:read': ['s3:GetObject'],
  'files:write': ['s3:PutObject', 's3:DeleteObject'],
  'secrets:read': ['ssm:GetParameter'],
  'secrets:write': ['ssm:PutParameter', 'ssm:DeleteParameter'],
  'peer:publish': ['sts:AssumeRole'],
};

/** What each right is on. */
const RESOURCES: Readonly<Record<Right, (things: CityThings, stack: Stack) => readonly string[]>> = {
  'table:read': ({ table }) => [table.tableArn],
  'table:write': ({ table }) => [table.tableArn],
  'table:due': ({ table }) => [`${table.tableArn}/index/${TABLE.dueIndex.name}`],
  'key:sign': ({ key }) => [key.keyArn],
  'bus:publish': ({ bus }) => [bus.eventBusArn],
  'row-queues:send': ({ rowQueues }) => rowQueues.map(({ queue }) => queue.queueArn),
  'dead-letters:take': ({ deadLetters }) => Object.values(deadLetters).map(({ queueArn }) => queueArn),
  'dead-letters:put-back': ({ inbox, rowQueues }) =>
    [inbox, ...rowQueues.map(({ queue }) => queue)].map(({ queueArn }) => queueArn),
  'files:read': ({ files }) => [files.arnForObjects(IMPORTS)],
  'files:write': ({ files }) => [files.arnForObjects(IMPORTS)],
  'secrets:read': secretArns,
  'secrets:write': secretArns,
  'peer:publish': ({ courierTargets }) => Object.values(courierTargets).map(({ roleArn }) => roleArn),
};

const table = (things: CityThings) => environmentOf('table', { TABLE_NAME: things.table.tableName });

const files = (things: CityThings) => environmentOf('files', { FILES_BUCKET: things.files.bucketName });

const secrets = ({ secretsPrefix }: CityThings) => environmentOf('secrets', { SECRETS_PREFIX: secretsPrefix });

/** What a function with the right must be told to make use of it. */
const VARIABLES: Readonly<Record<Right, (things: CityThings, stack: Stack) => Record<string, string>>> = {
  'table:read': table,
  'table:write': table,
  'table:due': table,
  'key:sign': ({ key }) => environmentOf('key', { SIGNING_KEY_ID: key.keyArn }),
  'bus:publish': ({ bus }) => environmentOf('bus', { EVENT_BUS_NAME: bus.eventBusName }),
  'row-queues:send': ({ rowQueues }, stack) =>
    environmentOf('rowQueues', {
      ROW_QUEUES: stack.toJsonString(
        rowQueues.map(({ name, filters, queue }) => ({ name, url: queue.queueUrl, filters })),
      ),
    }),
  'dead-letters:take': ({ deadLetters: { inbox, rows, undelivered, failed } }, stack) =>
    environmentOf('deadLetters', {
      DEAD_LETTERS: stack.toJsonString({
        inbox: inbox.queueUrl,
        rows: rows.queueUrl,
        undelivered: undelivered.queueUrl,
        failed: failed.queueUrl,
      }),
    }),
  'dead-letters:put-back': () => ({}),
  'files:read': files,
  'files:write': files,
  'secrets:read': secrets,
  'secrets:write': secrets,
  'peer:publish': ({ courierTargets }, stack) =>
    environmentOf('courier', { COURIER_TARGETS: stack.toJsonString(courierTargets) }),
};

/** Files have names of their own, below one prefix: IAM can say that only with a wildcard. @returns its argument, for cdk-nag. */
const filesArgument = ({ files }: CityThings, stack: Stack) => ({
  id: `AwsSolutions-IAM5[Resource::<${stack.getLogicalId(files.node.defaultChild as CfnBucket)}.Arn>/${IMPORTS}]`,
  reason: 'Each import has files of its own; the functions may read and write these, below one prefix, and no others.',
});

/** Secrets have ids for names, below the city's prefix. @returns its argument, for cdk-nag. */
const secretsArgument = ({ secretsPrefix }: CityThings, stack: Stack) => {
  const account = Token.isUnresolved(stack.account) ? '<AWS::AccountId>' : stack.account;
  return {
    id: `AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:ssm:${stack.region}:${account}:parameter${secretsPrefix}*]`,
    reason:
      'Each way on which people are told has a secret of its own, below one prefix of the city, and nothing else is there.',
  };
};

/** Gives a function a right on the city's things: exactly its IAM actions, and the environment that goes with it. */
export const grant = (right: Right, things: CityThings, fn: LambdaFunction): void => {
  for (const [name, value] of Object.entries(VARIABLES[right](things, Stack.of(fn)))) fn.addEnvironment(name, value);
  const resources = RESOURCES[right](things, Stack.of(fn));
  // A city all of whose peers are reached by bus has nowhere to send its courier.
  if (resources.length === 0) return;
  fn.addToRolePolicy(new PolicyStatement({ actions: [...ACTIONS[right]], resources: [...resources] }));
  if (fn.role && right.startsWith('files:')) Validations.of(fn.role).acknowledge(filesArgument(things, Stack.of(fn)));
  if (fn.role && right.startsWith('secrets:'))
    Validations.of(fn.role).acknowledge(secretsArgument(things, Stack.of(fn)));
};
