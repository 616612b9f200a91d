import {
  EventBridgeClient,
  ListRulesCommand,
  ListTargetsByRuleCommand,
  PutEventsCommand,
  PutRuleCommand,
  PutTargetsCommand,
} from '@aws-sdk/client-eventbridge';
import type { DeploymentDescription } from '../../e2e/deployment.ts';

/** How often clocks look while a test waits for them, milliseconds; a schedule cannot be shorter than a minute. */
const EVERY_MS = 5_000;

const SOURCE = 'shouwang.test.clock';
const RULE = 'shouwang-test-clock';

/** Targets of every schedule in the region: the cities' clocks. */
const scheduledTargets = async (client: EventBridgeClient): Promise<readonly string[]> => {
  const { Rules = [] } = await client.send(new ListRulesCommand());
  const schedules = Rules.filter(({ ScheduleExpression }) => ScheduleExpression);
  const targets = await Promise.all(
    schedules.map(({ Name }) => client.send(new ListTargetsByRuleCommand({ Rule: Name }))),
  );
  return targets.flatMap(({ Targets = [] }) => Targets.flatMap(({ Arn }) => Arn ?? []));
};

const ringOn = async (client: EventBridgeClient): Promise<void> => {
  const arns = await scheduledTargets(client);
  await client.send(new PutRuleCommand({ Name: RULE, EventPattern: JSON.stringify({ source: [SOURCE] }) }));
  const Targets = arns.map((Arn, n) => ({ Id: `clock-${n}`, Arn }));
  await client.send(new PutTargetsCommand({ Rule: RULE, Targets }));
};

/**
 * Has the clocks of all cities look every few seconds besides their schedule, so that a test need not wait for the next minute.
 * The clocks are the functions that the deployed schedules have as targets.
 */
export const hurryClocks = async ({ cities }: DeploymentDescription): Promise<{ stop(): Promise<void> }> => {
  const places = new Map(cities.flatMap(({ bus }) => (bus.kind === 'eventbridge' ? [[bus.region, bus.endpoint]] : [])));
  const clients = [...places].map(
    ([region, endpoint]) => new EventBridgeClient({ region, ...(endpoint !== undefined && { endpoint }) }),
  );
  await Promise.all(clients.map(ringOn));
  const entry = { Source: SOURCE, DetailType: 'Scheduled Event', Detail: '{}' };
  const ring = () => {
    for (const client of clients) client.send(new PutEventsCommand({ Entries: [entry] })).catch(console.error);
  };
  const timer = setInterval(ring, EVERY_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      for (const client of clients) client.destroy();
    },
  };
};
