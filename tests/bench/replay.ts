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
 * Records the calls that a client makes, to make the very same ones by another client on another table. As that table goes
 * through the same calls in the same order, it holds the same rows, and every condition holds there too.
 */
export class Replay {
  private readonly client: DynamoDBClient;
  private readonly tableName: string;
  private calls: Call[] = [];

  /**
   * @param recorded the client whose calls are recorded.
   * @param again the client that makes them once more, and the table on which it does.
   */
  constructor(recorded: DynamoDBClient, again: { readonly client: DynamoDBClient; readonly tableName: string }) {
    this.client = again.client;
    this.tableName = again.tableName;
    recorded.middlewareStack.add(
      (next, { commandName }) =>
        (args) => {
          this.calls.push({ name: commandName, input: args.input } as Call);
          return next(args);
        },
      { step: 'initialize', name: 'record' },
    );
  }

  /** Makes the calls once more that were recorded since the last time. @returns how long they took, milliseconds. */
  async run(): Promise<number> {
    const calls = this.calls.map((call) => onTable(call, this.tableName));
    this.calls = [];
    const start = performance.now();
    for (const call of calls) await send(this.client, call);
    return performance.now() - start;
  }
}
