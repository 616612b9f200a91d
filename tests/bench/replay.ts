import {
  BatchGetItemCommand,
  type BatchGetItemCommandInput,
  type DynamoDBClient,
  GetItemCommand,
  type GetItemCommandInput,
  TransactWriteItemsCommand,
  type TransactWriteItemsCommandInput,
} from '@aws-sdk/client-dynamodb';
import { v4 } from 'uuid';

type Call =
  | { readonly name: 'GetItemCommand'; readonly input: GetItemCommandInput }
  | { readonly name: 'BatchGetItemCommand'; readonly input: BatchGetItemCommandInput }
  | { readonly name: 'TransactWriteItemsCommand'; readonly input: TransactWriteItemsCommandInput };

/** @returns the same call on another table; a transaction as one that was not made yet. */
const onTable = (call: Call, tableName: string): Call => {
  switch (call.name) {
    case 'GetItemCommand':
      return { ...call, input: { ...call.input, TableName: tableName } };
    case 'BatchGetItemCommand': {
      const [asked] = Object.values(call.input.RequestItems ?? {});
      return { ...call, input: { ...call.input, RequestItems: { ...(asked && { [tableName]: asked }) } } };
    }
    case 'TransactWriteItemsCommand': {
      const TransactItems = (call.input.TransactItems ?? []).map((item) =>
        Object.fromEntries(Object.entries(item).map(([kind, part]) => [kind, { ...part, TableName: tableName }])),
      );
      return { ...call, input: { ...call.input, TransactItems, ClientRequestToken: v4() } };
    }
  }
};

const send = (client: DynamoDBClient, { name, input }: Call): Promise<unknown> => {
  switch (name) {
    case 'GetItemCommand':
      return client.send(new GetItemCommand(input));
    case 'BatchGetItemCommand':
      return client.send(new BatchGetItemCommand(input));
    case 'TransactWriteItemsCommand':
      return client.send(new TransactWriteItemsCommand(input));
  }
};

/**
 * Records the calls that are made on one table, to make the very same ones on another table. As it goes through the same
 * calls in the same order, that table holds the same rows, and every condition holds there too.
 */
export class Replay {
  private readonly client: DynamoDBClient;
  private readonly tableName: string;
  private calls: Call[] = [];
  private recording = true;

  /** @param tableName the table on which calls are made once more. */
  constructor(client: DynamoDBClient, tableName: string) {
    this.client = client;
    this.tableName = tableName;
    client.middlewareStack.add(
      (next, { commandName }) =>
        (args) => {
          if (this.recording) this.calls.push({ name: commandName, input: args.input } as Call);
          return next(args);
        },
      { step: 'initialize', name: 'record' },
    );
  }

  /** Makes the calls once more that were recorded since the last time. @returns how long they took, milliseconds. */
  async run(): Promise<number> {
    const calls = this.calls.map((call) => onTable(call, this.tableName));
    this.calls = [];
    this.recording = false;
    const start = performance.now();
    for (const call of calls) await send(this.client, call);
    const took = performance.now() - start;
    this.recording = true;
    return took;
  }
}
