import { createDynamoDbClient } from '../data/dynamodb-client.ts';
import { createDynamoDbStore } from '../data/dynamodb-store.ts';
import type { Store } from '../data/store.ts';
import { readEnvironment } from './environment.ts';

/** @returns the city's table. */
export const storeFromEnv = (): Store =>
  createDynamoDbStore({ client: createDynamoDbClient(), tableName: readEnvironment('table').TABLE_NAME });
