import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { createDynamoDbStore, type StoreOperation } from '../../shared/data/dynamodb-store.ts';
import { storedItem } from '../../shared/data/memory-items.ts';
import { type Item, MAXIMUM_TRANSACTION_WRITES, type Store, type Write } from '../../shared/data/store.ts';
import { tableDefinition } from '../../shared/data/table-definition.ts';
import type { Dynoxide } from '../support/dynoxide.ts';

/** A round trip to the table, and the capacity units it took. */
export type Trip = readonly [operation: StoreOperation, units: number];

/** A city's rows on a real engine, which tells what every round trip costs. */
export const openMeteredTable = async ({ client }: Dynoxide, tableName: string, rows: readonly Item[]) => {
  await client.send(new CreateTableCommand(tableDefinition(tableName)));
  const trips: Trip[] = [];
  const transactions: (readonly Write[])[] = [];
  const engine = createDynamoDbStore({
    client,
    tableName,
    onCapacity: (operation, units) => trips.push([operation, units]),
  });
  const store: Store = {
    ...engine,
    transact: async (writes, token) => {
      await engine.transact(writes, token);
      transactions.push(writes);
    },
  };
  for (let start = 0; start < rows.length; start += MAXIMUM_TRANSACTION_WRITES) {
    const some = rows.slice(start, start + MAXIMUM_TRANSACTION_WRITES);
    await engine.transact(
      some.map((item) => ({ kind: 'put', item })),
      `${tableName}-${start}`,
    );
  }
  return {
    store,
    /** What is done with the table, and what was written last. */
    tripsOf: async (run: () => Promise<unknown>): Promise<readonly Trip[]> => {
      trips.length = 0;
      transactions.length = 0;
      await run();
      return [...trips];
    },
    /** The transactions of the last run. */
    transactions,
  };
};
export type MeteredTable = Awaited<ReturnType<typeof openMeteredTable>>;

/** @returns size of a row as DynamoDB counts it, bytes. */
export const bytesOf = (item: Item): number => storedItem(item).bytes;
