import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createDynamoDbStore } from '../data/dynamodb-store.ts';
import type { Store } from '../data/store.ts';
import { readEnvironment } from './environment.ts';

/** @returns the city's table. */
export const storeFromEnv = (): Store =>
  createDynamoDbStore({ client: new DynamoDBClient(), tableName: readEnvironment('table').TABLE_NAME });
