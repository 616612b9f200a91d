import {
  DynamoDBClient,
  ProvisionedThroughputExceededException,
  RequestLimitExceeded,
  ResourceNotFoundException,
  ThrottlingException,
  TransactionCanceledException,
  TransactionInProgressException,
} from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { createDynamoDbStore } from '../../../shared/data/dynamodb-store.ts';
import { StoreThrottled, TransactionCancelled } from '../../../shared/data/store.ts';

const tableName = 'table';
const $metadata = {};
const message = 'as the service says it';

/** A store whose client gives these answers one after the other (the last one for ever), without a network. */
const storeWith = (...answers: readonly (object | Error)[]) => {
  const client = new DynamoDBClient({ region: 'cn-north-1' });
  const asked: unknown[] = [];
  client.middlewareStack.add(
    () => async (call) => {
      const answer = answers[Math.min(asked.length, answers.length - 1)] ?? {};
      asked.push(call.input);
      if (answer instanceof Error) throw answer;
      return { response: undefined, output: { $metadata, ...answer } };
    },
    { step: 'initialize', name: 'answers' },
  );
  return { store: createDynamoDbStore({ client, tableName }), asked };
};

const cancelled = (...codes: readonly string[]) =>
  new TransactionCanceledException({ $metadata, message, CancellationReasons: codes.map((Code) => ({ Code })) });

const write = { kind: 'put', item: { pk: 'a', sk: 'b' } } as const;
const transact = (error: Error) => storeWith(error).store.transact([write, write], 'token');

describe('DynamoDB store: errors', () => {
  it('gives the reason of each write of a cancelled transaction', async () => {
    const reasons = transact(cancelled('None', 'ConditionalCheckFailed', 'TransactionConflict', 'ThrottlingError'));
    await expect(reasons).rejects.toEqual(new TransactionCancelled([undefined, 'condition', 'conflict', undefined]));
  });

  it.each([
    new ProvisionedThroughputExceededException({ $metadata, message }),
    new RequestLimitExceeded({ $metadata, message }),
    new ThrottlingException({ $metadata, message }),
    cancelled('None', 'ThrottlingError'),
    cancelled('ProvisionedThroughputExceeded', 'None'),
  ])('says that the table is throttling: %s', async (error) => {
    await expect(transact(error)).rejects.toBeInstanceOf(StoreThrottled);
  });

  it('says so of reads too', async () => {
    const { store } = storeWith(new ThrottlingException({ $metadata, message }));
    await expect(store.get({ pk: 'a', sk: 'b' })).rejects.toBeInstanceOf(StoreThrottled);
    await expect(store.query({ pk: 'a' })).rejects.toBeInstanceOf(StoreThrottled);
    await expect(store.queryDue('2026', 1)).rejects.toBeInstanceOf(StoreThrottled);
  });

  it('takes the same transaction still under way for a conflict', async () => {
    const error = new TransactionInProgressException({ $metadata, message });
    await expect(transact(error)).rejects.toEqual(new TransactionCancelled(['conflict', 'conflict']));
  });

  it.each([new ResourceNotFoundException({ $metadata, message }), cancelled('ValidationError', 'None')])(
    'passes on what no caller can mend: %s',
    async (error) => {
      await expect(transact(error)).rejects.toBe(error);
    },
  );
});

describe('DynamoDB store: unprocessed keys', () => {
  const keys = ['1', '2'].map((sk) => ({ pk: 'a', sk }));
  const row = (sk: string) => ({ pk: { S: 'a' }, sk: { S: sk } });
  const leaving = (found: string[], left: string[]) => ({
    Responses: { [tableName]: found.map(row) },
    UnprocessedKeys: left.length > 0 ? { [tableName]: { Keys: left.map(row) } } : {},
  });

  it('asks again for what was left, and for that only', async () => {
    const { store, asked } = storeWith(leaving(['1'], ['2']), leaving([], ['2']), leaving(['2'], []));
    expect(await store.getMany(keys)).toEqual(keys);
    const wanted = (left: string[]) => ({
      RequestItems: { [tableName]: { Keys: left.map(row), ConsistentRead: true } },
    });
    expect(asked).toEqual([wanted(['1', '2']), wanted(['2']), wanted(['2'])]);
  });

  it('gives up when nothing more comes', async () => {
    const { store, asked } = storeWith(leaving([], ['1', '2']));
    await expect(store.getMany(keys)).rejects.toBeInstanceOf(StoreThrottled);
    expect(asked.length).toBeLessThan(10);
  });
});
