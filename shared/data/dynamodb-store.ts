import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type {
  AttributeValue,
  ConsumedCapacity,
  DynamoDBClient,
  QueryInput,
  TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import { type DynamoDbCalls, sdkCalls } from './dynamodb-calls.ts';
import { storeErrorOf } from './dynamodb-errors.ts';
import { compareKeys } from './sort-order.ts';
import {
  type Condition,
  type DuePage,
  type Item,
  type Key,
  type Page,
  type PartitionQuery,
  type Store,
  StoreThrottled,
  type Write,
} from './store.ts';
import { DUE_PARTITION, TABLE } from './table.ts';

/** The DynamoDB operations a store makes, by their AWS names. */
export type StoreOperation = 'GetItem' | 'BatchGetItem' | 'Query' | 'TransactWriteItems';

interface TableOptions {
  readonly tableName: string;
  /** Told the capacity units of every round trip; the table is asked to report them only when this is given. */
  readonly onCapacity?: (operation: StoreOperation, units: number) => void;
}

export interface DynamoDbStoreOptions extends TableOptions {
  readonly client: DynamoDBClient;
}

type Row = Record<string, AttributeValue>;

/** How often BatchGetItem is asked for what it left unprocessed, and how long to wait before, milliseconds, doubling. */
const BATCH_ATTEMPTS = 6;
const BATCH_PAUSE_MS = 20;
/** DynamoDB takes request tokens of at most this many characters. */
const TOKEN_LENGTH = 36;

const PK = TABLE.partitionKey;
const SK = TABLE.sortKey;
const DUE = TABLE.dueIndex;

const toRow = (item: object): Row => marshall(item, { removeUndefinedValues: true });
const keyRow = ({ pk, sk }: Key): Row => ({ [PK]: { S: pk }, [SK]: { S: sk } });
const keyOf = (row: Row): Key => ({ pk: row[PK]?.S ?? '', sk: row[SK]?.S ?? '' });
const itemOf = (row: Row): Item => ({ ...unmarshall(row), ...keyOf(row) });

const conditionOf = (condition: Condition) =>
  condition.kind === 'absent'
    ? { ConditionExpression: 'attribute_not_exists(#a)', ExpressionAttributeNames: { '#a': PK } }
    : {
        ConditionExpression: '#a = :v',
        ExpressionAttributeNames: { '#a': condition.attribute },
        ExpressionAttributeValues: marshall({ ':v': condition.value }),
      };

const transactItem = (TableName: string, write: Write): TransactWriteItem => {
  const condition = write.condition && conditionOf(write.condition);
  switch (write.kind) {
    case 'put':
      return { Put: { TableName, Item: toRow(write.item), ...condition } };
    case 'delete':
      return { Delete: { TableName, Key: keyRow(write.key), ...condition } };
    case 'check':
      return { ConditionCheck: { TableName, Key: keyRow(write.key), ...conditionOf(write.condition) } };
  }
};

/**
 * Where a query starts: `after` when it lies in the range, the range's own start when `after` lies before it, and nowhere
 * (`nothing`) when it lies beyond. DynamoDB refuses a start outside the range, but cursors come from callers.
 */
const startOf = ({ pk, after, between, descending }: PartitionQuery): Row | undefined | 'nothing' => {
  if (after === undefined) return undefined;
  const [from, to] = between ?? [after, after];
  const below = compareKeys(after, from) < 0;
  const above = compareKeys(after, to) > 0;
  if (descending ? below : above) return 'nothing';
  return below || above ? undefined : keyRow({ pk, sk: after });
};

const queryInput = (TableName: string, { pk, between, descending }: PartitionQuery): QueryInput => ({
  TableName,
  ConsistentRead: true,
  ScanIndexForward: !descending,
  KeyConditionExpression: between ? '#p = :p AND #s BETWEEN :from AND :to' : '#p = :p',
  ExpressionAttributeNames: { '#p': PK, ...(between && { '#s': SK }) },
  ExpressionAttributeValues: marshall({ ':p': pk, ...(between && { ':from': between[0], ':to': between[1] }) }),
});

const dueInput = (TableName: string, until: string): QueryInput => ({
  TableName,
  IndexName: DUE.name,
  KeyConditionExpression: '#p = :p AND #s <= :until',
  ExpressionAttributeNames: { '#p': DUE.partitionKey, '#s': DUE.sortKey },
  ExpressionAttributeValues: marshall({ ':p': DUE_PARTITION, ':until': until }),
});

const unitsOf = (consumed: ConsumedCapacity | ConsumedCapacity[] | undefined): number =>
  [consumed ?? []].flat().reduce((sum, part) => sum + (part.CapacityUnits ?? 0), 0);

/** @returns the {@link Store} port on a table of DynamoDB, or of anything that understands its calls. */
export const createStoreOver = (calls: DynamoDbCalls, { tableName, onCapacity }: TableOptions): Store => {
  const metered = onCapacity && { ReturnConsumedCapacity: 'TOTAL' as const };

  const call = async <R extends { ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] | undefined }>(
    operation: StoreOperation,
    send: () => Promise<R>,
    writes?: number,
  ): Promise<R> => {
    try {
      const result = await send();
      onCapacity?.(operation, unitsOf(result.ConsumedCapacity));
      return result;
    } catch (error) {
      throw storeErrorOf(error, writes);
    }
  };

  /** A response ends at 1 MB even below the limit: goes on until the limit or the end. */
  const rowsOf = async (input: QueryInput, limit: number | undefined, start: Row | undefined) => {
    const rows: Row[] = [];
    let next = start;
    do {
      const page = { ...input, ...metered, ExclusiveStartKey: next, Limit: limit && limit - rows.length };
      const result = await call('Query', () => calls.query(page));
      rows.push(...(result.Items ?? []));
      next = result.LastEvaluatedKey;
    } while (next !== undefined && (limit === undefined || rows.length < limit));
    return { rows, next };
  };

  const batchGet = async (Keys: Row[]) => {
    const RequestItems = { [tableName]: { Keys, ConsistentRead: true } };
    const result = await call('BatchGetItem', () => calls.batchGetItem({ RequestItems, ...metered }));
    return { rows: result.Responses?.[tableName] ?? [], left: result.UnprocessedKeys?.[tableName]?.Keys ?? [] };
  };

  const query = async (asked: PartitionQuery): Promise<Page> => {
    const start = startOf(asked);
    if (start === 'nothing') return { items: [] };
    const { rows, next } = await rowsOf(queryInput(tableName, asked), asked.limit, start);
    const items = rows.map(itemOf);
    return next ? { items, next: keyOf(next).sk } : { items };
  };

  const queryDue = async (until: string, limit: number, after?: DuePage['next']): Promise<DuePage> => {
    const start = after && {
      ...keyRow(after),
      ...marshall({ [DUE.partitionKey]: DUE_PARTITION, [DUE.sortKey]: after.dueAt }),
    };
    const { rows, next } = await rowsOf(dueInput(tableName, until), limit, start);
    const page = { keys: rows.map(keyOf) };
    return next ? { ...page, next: { ...keyOf(next), dueAt: next[DUE.sortKey]?.S ?? '' } } : page;
  };

  return {
    get: async (key) => {
      const input = { TableName: tableName, Key: keyRow(key), ConsistentRead: true, ...metered };
      const { Item: row } = await call('GetItem', () => calls.getItem(input));
      return row && itemOf(row);
    },
    getMany: async (keys) => {
      const found: Row[] = [];
      let asked = keys.map(keyRow);
      for (let attempt = 0; asked.length > 0; attempt += 1) {
        if (attempt === BATCH_ATTEMPTS) throw new StoreThrottled();
        if (attempt > 0) await pause(BATCH_PAUSE_MS * 2 ** (attempt - 1));
        const { rows, left } = await batchGet(asked);
        found.push(...rows);
        asked = left;
      }
      return found.map(itemOf);
    },
    query,
    queryDue,
    transact: async (writes, token) => {
      // Tokens are known to the whole account and region, and several cities may share it.
      const ClientRequestToken = createHash('sha256').update(`${tableName}\n${token}`).digest('base64url');
      const input = {
        TransactItems: writes.map((write) => transactItem(tableName, write)),
        ClientRequestToken: ClientRequestToken.slice(0, TOKEN_LENGTH),
        ...metered,
      };
      await call('TransactWriteItems', () => calls.transactWriteItems(input), writes.length);
    },
  };
};

/** @returns the {@link Store} port on a table that the SDK's client reaches. */
export const createDynamoDbStore = ({ client, ...table }: DynamoDbStoreOptions): Store =>
  createStoreOver(sdkCalls(client), table);
