import type * as z from 'zod';
import { receiveMessage } from '../../functions/exchange-inbox/receive-message.ts';
import { dispatchOf } from '../../shared/data/dispatch.ts';
import { createDynamoDbStore, type StoreOperation } from '../../shared/data/dynamodb-store.ts';
import type { Store } from '../../shared/data/store.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import { CONVERSATIONS } from '../../shared/exchange/conversations/index.ts';
import type { Dispatch } from '../../shared/exchange/ports.ts';
import type { RouteContract } from '../../shared/http/route.ts';
import type { TestCall } from '../builders/test-cell.ts';
import type { Dynoxide } from '../support/dynoxide.ts';
import { type BenchCity, openBenchCity } from './bench-city.ts';
import { rounded } from './statistics.ts';

/** What something cost on the table: its round trips in order, and capacity units read and written. */
export interface Cost {
  readonly roundTrips: readonly StoreOperation[];
  readonly readUnits: number;
  readonly writeUnits: number;
}

/** A message that a city took in, and what that cost. */
export interface Reception extends Cost {
  readonly type: string;
}

type Spent = readonly [operation: StoreOperation, units: number];

const unitsOf = (spent: readonly Spent[], counts: (operation: StoreOperation) => boolean): number =>
  rounded(
    spent.reduce((sum, [operation, units]) => (counts(operation) ? sum + units : sum), 0),
    1,
  );

const costOf = (spent: readonly Spent[]): Cost => ({
  roundTrips: spent.map(([operation]) => operation),
  readUnits: unitsOf(spent, (operation) => operation !== 'TransactWriteItems'),
  writeUnits: unitsOf(spent, (operation) => operation === 'TransactWriteItems'),
});

/** @returns the store, which tells of every message it is given to send. */
const tellingOfMessages = (store: Store, tell: (dispatch: Dispatch) => void): Store => ({
  ...store,
  transact: async (writes, token) => {
    await store.transact(writes, token);
    for (const write of writes) {
      const dispatch = write.kind === 'put' && write.condition?.kind === 'absent' ? dispatchOf(write.item) : undefined;
      if (dispatch) tell(dispatch);
    }
  },
});

/** Cities with their real handlers and inboxes on one server; every capacity unit they consume is counted. */
export const openMeteredCities = async ({ client }: Dynoxide, codes: readonly CityCode[]) => {
  let spent: Spent[] = [];
  const underWay: Dispatch[] = [];
  const cities = new Map<CityCode, BenchCity>();
  for (const code of codes) {
    const tableName = `bench-${code}`;
    const table = { client, tableName, onCapacity: (...part: Spent) => void spent.push(part) };
    const store = tellingOfMessages(createDynamoDbStore(table), (dispatch) => underWay.push(dispatch));
    cities.set(code, await openBenchCity(code, table, { store }));
  }
  const cityOf = (code: CityCode): BenchCity => {
    const city = cities.get(code);
    if (!city) throw new RangeError(`no city ${code}`);
    return city;
  };
  const metered = async <T>(run: () => Promise<T>): Promise<readonly [T, Cost]> => {
    spent = [];
    const result = await run();
    return [result, costOf(spent)];
  };
  return {
    /** Somebody, e.g. `coordinator@630100`, calls a route. @returns what was answered, and what it cost. */
    call: <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
      as: string,
      contract: RouteContract<P, Q, B, R>,
      request: TestCall = {},
    ): Promise<readonly [z.infer<R>, Cost]> =>
      metered(() => cityOf(as.split('@')[1] ?? '').call(contract, { as, ...request })),

    /** Delivers all messages, and what is answered to them. @throws Error when one is not applied. */
    deliverAll: async (): Promise<readonly Reception[]> => {
      const receptions: Reception[] = [];
      for (let next = underWay.shift(); next; next = underWay.shift())
        for (const to of next.to) {
          const detail: unknown = JSON.parse(JSON.stringify(next));
          const [verdict, cost] = await metered(() => receiveMessage(cityOf(to).cell, CONVERSATIONS, detail));
          const { type } = next.envelope;
          if (verdict !== 'applied') throw new Error(`${to} did not apply a ${type}: ${verdict}`);
          receptions.push({ type, ...cost });
        }
      return receptions;
    },
    /** @returns the id of a city's signing key. */
    keyIdOf: async (code: CityCode): Promise<string> => (await cityOf(code).cell.signer.publicKey()).keyId,
  };
};
export type MeteredCities = Awaited<ReturnType<typeof openMeteredCities>>;
