import {
  BatchGetItemCommand,
  type BatchGetItemInput,
  type BatchGetItemOutput,
  type DynamoDBClient,
  GetItemCommand,
  type GetItemInput,
  type GetItemOutput,
  QueryCommand,
  type QueryInput,
  type QueryOutput,
  TransactWriteItemsCommand,
  type TransactWriteItemsInput,
  type TransactWriteItemsOutput,
} from '@aws-sdk/client-dynamodb';

/** What a store asks of a DynamoDB table, in DynamoDB's own words. Errors are named as DynamoDB names them. */
export interface DynamoDbCalls {
  getItem(input: GetItemInput): Promise<GetItemOutput>;
  batchGetItem(input: BatchGetItemInput): Promise<BatchGetItemOutput>;
  query(input: QueryInput): Promise<QueryOutput>;
  transactWriteItems(input: TransactWriteItemsInput): Promise<TransactWriteItemsOutput>;
}

/** @returns the calls as the SDK makes them. */
export const sdkCalls = (client: DynamoDBClient): DynamoDbCalls => ({
  getItem: (input) => client.send(new GetItemCommand(input)),
  batchGetItem: (input) => client.send(new BatchGetItemCommand(input)),
  query: (input) => client.send(new QueryCommand(input)),
  transactWriteItems: (input) => client.send(new TransactWriteItemsCommand(input)),
});
