import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { TABLE } from './table.ts';

const text = (name: string) => ({ AttributeName: name, AttributeType: 'S' }) as const;
const schema = (partitionKey: string, sortKey: string) => [
  { AttributeName: partitionKey, KeyType: 'HASH' as const },
  { AttributeName: sortKey, KeyType: 'RANGE' as const },
];

/**
 * @returns what creates a city's table where no stack does it: on demand, keyed as {@link TABLE} says, with a stream of old
 * and new images and the sparse due index, which holds keys only.
 */
export const tableDefinition = (tableName: string): CreateTableCommandInput => ({
  TableName: tableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [TABLE.partitionKey, TABLE.sortKey, TABLE.dueIndex.partitionKey, TABLE.dueIndex.sortKey].map(
    text,
  ),
  KeySchema: schema(TABLE.partitionKey, TABLE.sortKey),
  GlobalSecondaryIndexes: [
    {
      IndexName: TABLE.dueIndex.name,
      KeySchema: schema(TABLE.dueIndex.partitionKey, TABLE.dueIndex.sortKey),
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
});
