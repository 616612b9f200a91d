import { DynamoDBClient, ListTablesCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, test } from 'vitest';
import { gateRoleName } from '../../infra/constructs/names.ts';
import { type Emulated, emulated } from './emulated.ts';

/** Two cities that only the courier connects, and one more. */
const scene = () => {
  const cities = emulated();
  const [from] = cities;
  const to = cities.find(({ bus }) => bus.region !== from.bus.region);
  const third = cities.find((city) => city !== from && city !== to);
  if (to === undefined || third === undefined) throw new Error('the emulator profile has no two regions');
  return { from, to, third };
};

/** Credentials of the courier of one city once it is through the gate of another. */
const throughTheGate = async (from: Emulated, to: Emulated) => {
  const sts = new STSClient({ region: from.bus.region, endpoint: from.bus.endpoint });
  const RoleArn = `arn:aws:iam::000000000000:role/${gateRoleName(to.code, from.code)}`;
  const { Credentials } = await sts.send(new AssumeRoleCommand({ RoleArn, RoleSessionName: 'test' }));
  return {
    accessKeyId: Credentials?.AccessKeyId ?? '',
    secretAccessKey: Credentials?.SecretAccessKey ?? '',
    sessionToken: Credentials?.SessionToken ?? '',
  };
};

describe('the gate of a city, with rights enforced', () => {
  const entry = ({ bus }: Emulated, from: string) => ({
    EventBusName: bus.name,
    Source: `shouwang.${from}`,
    DetailType: 'Receipt',
    Detail: JSON.stringify({ to: [] }),
  });

  test('lets the courier put messages on the one bus', async () => {
    const { from, to } = scene();
    const credentials = await throughTheGate(from, to);
    const client = new EventBridgeClient({ region: to.bus.region, endpoint: to.bus.endpoint, credentials });
    const { FailedEntryCount } = await client.send(new PutEventsCommand({ Entries: [entry(to, from.code)] }));
    expect(FailedEntryCount).toBe(0);
  });

  test('opens no other bus, no table and no key', async () => {
    const { from, to, third } = scene();
    const credentials = await throughTheGate(from, to);
    const access = ({ bus: { region, endpoint } }: Emulated) => ({ region, endpoint, credentials });
    const tables = await new DynamoDBClient({ region: to.bus.region, endpoint: to.bus.endpoint }).send(
      new ListTablesCommand(),
    );
    const TableName = tables.TableNames?.find((name) => name.includes(to.code));
    const attempts = [
      () => new EventBridgeClient(access(third)).send(new PutEventsCommand({ Entries: [entry(third, from.code)] })),
      () =>
        new DynamoDBClient(access(to)).send(
          new QueryCommand({
            TableName,
            KeyConditionExpression: 'pk = :pk',
            ExpressionAttributeValues: { ':pk': { S: 'peers' } },
          }),
        ),
      () =>
        new KMSClient(access(to)).send(
          new SignCommand({
            KeyId: `alias/shouwang/${to.code}`,
            Message: new Uint8Array(32),
            MessageType: 'DIGEST',
            SigningAlgorithm: 'ECDSA_SHA_256',
          }),
        ),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toThrow(/not authorized/);
  });
});
