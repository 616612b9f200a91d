import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { engineCalls } from '../../../infra/local/engine/engine-calls.ts';
import { createDynamoDbStore, createStoreOver } from '../../../shared/data/dynamodb-store.ts';
import { tableDefinition } from '../../../shared/data/table-definition.ts';
import { describeStoreContract } from '../../contract/store-contract.ts';
import { type Dynoxide, startDynoxide } from '../../support/dynoxide.ts';

let dynoxide: Dynoxide;
const tableName = 'shouwang-630100';
const otherTable = 'shouwang-620100';

beforeAll(async () => {
  dynoxide = await startDynoxide();
  for (const name of [tableName, otherTable]) await dynoxide.client.send(new CreateTableCommand(tableDefinition(name)));
});
afterAll(() => dynoxide.stop());

describeStoreContract('DynamoDB', async () => createDynamoDbStore({ client: dynoxide.client, tableName }));
describeStoreContract('an engine of our own', async () =>
  createStoreOver(engineCalls(dynoxide.endpoint), { tableName: otherTable }),
);

describe('DynamoDB store', () => {
  const seen: [string, number][] = [];
  const metered = () =>
    createDynamoDbStore({
      client: dynoxide.client,
      tableName,
      onCapacity: (operation, units) => seen.push([operation, units]),
    });
  beforeEach(() => {
    seen.length = 0;
  });

  it('tells the capacity units of each round trip when asked to', async () => {
    const store = metered();
    const [a, b] = ['a', 'b'].map((sk) => ({ pk: 'metered', sk, text: 'x'.repeat(5000) }));
    if (!a || !b) throw new Error('two rows');
    await store.transact(
      [
        { kind: 'put', item: a },
        { kind: 'put', item: b },
      ],
      'metered',
    );
    await store.get(a);
    await store.getMany([a, b].map(({ pk, sk }) => ({ pk, sk })));
    await store.query({ pk: 'metered' });
    expect(seen).toEqual([
      ['TransactWriteItems', 20],
      ['GetItem', 2],
      ['BatchGetItem', 4],
      ['Query', 3],
    ]);
  });

  it('keeps the request tokens of two cities apart', async () => {
    const [one, other] = [tableName, otherTable].map((name) =>
      createDynamoDbStore({ client: dynoxide.client, tableName: name }),
    );
    await one?.transact([{ kind: 'put', item: { pk: 'shared-token', sk: '1' } }], 'the same');
    await other?.transact([{ kind: 'put', item: { pk: 'shared-token', sk: '2' } }], 'the same');
    expect(await other?.get({ pk: 'shared-token', sk: '2' })).toBeDefined();
  });
});
