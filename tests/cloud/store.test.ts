import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from '@aws-sdk/client-dynamodb';
import { createDynamoDbStore } from '../../shared/data/dynamodb-store.ts';
import { tableDefinition } from '../../shared/data/table-definition.ts';
import { describeStoreContract } from '../contract/store-contract.ts';
import { emulated } from './emulated.ts';

describeStoreContract('DynamoDB as the emulator has it', async () => {
  const [city] = emulated();
  const client = new DynamoDBClient({ region: city.bus.region, endpoint: city.bus.endpoint });
  const tableName = `contract-${crypto.randomUUID()}`;
  await client.send(new CreateTableCommand(tableDefinition(tableName)));
  await waitUntilTableExists({ client, minDelay: 1, maxWaitTime: 10 }, { TableName: tableName });
  return createDynamoDbStore({ client, tableName });
});
