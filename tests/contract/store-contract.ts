import { beforeAll, describe } from 'vitest';
import type { Store } from '../../shared/data/store.ts';
import { describeConditions } from './store/conditions.ts';
import type { Context } from './store/context.ts';
import { describeDueIndex } from './store/due-index.ts';
import { describeQueries } from './store/queries.ts';
import { describeReads } from './store/reads.ts';
import { describeTransactions } from './store/transactions.ts';

/**
 * What every adapter of the {@link Store} port must do. Rows of each test live in partitions of their own, so the table may hold
 * others.
 * @param createStore called once, before the first test.
 */
export const describeStoreContract = (name: string, createStore: () => Promise<Store>): void => {
  describe(`store contract: ${name}`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await createStore();
    });
    const context: Context = { store: () => store, fresh: () => `contract#${crypto.randomUUID()}` };
    describeReads(context);
    describeQueries(context);
    describeConditions(context);
    describeTransactions(context);
    describeDueIndex(context);
  });
};
