import type { Stack } from 'aws-cdk-lib';
import type { DeadLetterQueueName } from '../../shared/exchange/dead-letters.ts';
import type { Placement } from '../cities.ts';

/** @returns the name of a city's stack. */
export const stackName = (city: string): string => `Shouwang-${city}`;

/** @returns the name of the stack with a city's HTTP API: CloudFormation takes 500 resources in a stack, and a route is one. */
export const apiStackName = (city: string): string => `${stackName(city)}-Api`;

/** @returns the name of the stack with the city's console. */
export const consoleStackName = (city: string): string => `${stackName(city)}-Console`;

/** @returns the parameter that says where a city's console is published to, and what it is told. */
export const consoleParameterName = (city: string): string => `/shouwang/${city}/console`;

/** Places of the dead-letter queues in a city's stack, as the names begin that CloudFormation makes of them. */
const DEAD_LETTERS_AT: Readonly<Record<DeadLetterQueueName, string>> = {
  inbox: 'InboxDeadLetters',
  rows: 'RowsDeadLetters',
  undelivered: 'Undelivered',
  failed: 'Failed',
};

/** @returns how the name of a city's dead-letter queue begins, which CloudFormation makes of the stack and the construct's place in it. */
export const deadLettersPrefix = (city: string, queue: DeadLetterQueueName): string =>
  `${stackName(city)}-${DEAD_LETTERS_AT[queue]}`;

/**
 * Names that one stack must know of another's without asking it. Everything else is named by CloudFormation.
 */
export const busName = (city: string): string => `shouwang-${city}`;

/** The Lambda function of that name in the catalogue. */
export const functionName = (city: string, name: string): string => `shouwang-${city}-${name}`;

/** Where a city's alarms are told. */
export const alarmTopicName = (city: string): string => `shouwang-${city}-alarms`;

/** What the names of a city's secrets in Parameter Store begin with. */
export const secretsPrefix = (city: string): string => `/shouwang/${city}/notifications/`;

/** Role under which the rules of `from` put messages on the bus of `to`. */
export const linkRoleName = (from: string, to: string): string => `shouwang-${from}-link-to-${to}`;

/** Role of the function of `city` that goes out as courier. */
export const courierRoleName = (city: string): string => `shouwang-${city}-courier`;

/** Role in `to` that the courier of `from` assumes there. */
export const gateRoleName = (to: string, from: string): string => `shouwang-${to}-gate-for-${from}`;

/** @returns the account a city's cell is in: its own, or the one of the stack that asks when none is named. */
export const accountOf = (stack: Stack, placement: Placement): string => placement.account ?? stack.account;

/** @returns the ARN of a city's bus. */
export const busArn = (stack: Stack, placement: Placement): string =>
  stack.formatArn({
    service: 'events',
    region: placement.region,
    account: accountOf(stack, placement),
    resource: 'event-bus',
    resourceName: busName(placement.city),
  });

/** @returns the ARN of a role in a city's account. */
export const roleArn = (stack: Stack, placement: Placement, name: string): string =>
  stack.formatArn({
    service: 'iam',
    region: '',
    account: accountOf(stack, placement),
    resource: 'role',
    resourceName: name,
  });
