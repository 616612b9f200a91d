import { generateKeyPairSync } from 'node:crypto';
import { CreateTableCommand, type CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { v7 } from 'uuid';
import type * as z from 'zod';
import { CATALOG } from '../../functions/catalog.ts';
import { type Handler, loadHandler } from '../../infra/local/city/lambda-function.ts';
import { createDynamoDbStore, type DynamoDbStoreOptions } from '../../shared/data/dynamodb-store.ts';
import { tableDefinition } from '../../shared/data/table-definition.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import { createEs256Signer, ES256_VERIFIER } from '../../shared/exchange/es256.ts';
import type { RouteContract } from '../../shared/http/route.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { createTestCell, type TestCall } from '../builders/test-cell.ts';

/** A city with the real handlers, the real clock and a key of its own, on a table of its own. */
export interface BenchCity {
  readonly cell: Cell;
  /**
   * Calls a route's real handler.
   * @throws Error when the answer is not the success that the contract promises.
   */
  call<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
    contract: RouteContract<P, Q, B, R>,
    request: TestCall,
  ): Promise<z.infer<R>>;
}

const functionOf = (contract: RouteContract): string => {
  const owner = CATALOG.find(({ routes }) => routes.includes(contract));
  if (!owner) throw new RangeError(`no function has the route ${contract.operationId}`);
  return owner.name;
};

/** Makes a city's table, without the stream: nothing here listens to it. */
export const createTable = async ({ client, tableName }: DynamoDbStoreOptions): Promise<void> => {
  const { StreamSpecification: _, ...definition }: CreateTableCommandInput = tableDefinition(tableName);
  await client.send(new CreateTableCommand(definition));
};

/** @param overrides parts of the cell that the city shall have instead of the usual ones. */
export const openBenchCity = async (
  city: CityCode,
  table: DynamoDbStoreOptions,
  overrides: Partial<Cell> = {},
): Promise<BenchCity> => {
  await createTable(table);
  const test = createTestCell({ city, newId: () => v7() });
  const cell: Cell = {
    ...test.cell,
    store: createDynamoDbStore(table),
    clock: { now: () => new Date().toISOString() },
    signer: createEs256Signer(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey),
    verifier: ES256_VERIFIER,
    ...overrides,
  };
  const handlers = new Map<string, Handler>();
  const handlerOf = async (contract: RouteContract): Promise<Handler> => {
    const name = functionOf(contract);
    const handler = handlers.get(name) ?? (await loadHandler(name))(cell);
    handlers.set(name, handler);
    return handler;
  };
  return {
    cell,
    call: async (contract, request) => {
      const { status, body } = await test.call(await handlerOf(contract), contract, request);
      if (status === contract.success.status) return body as never;
      throw new Error(`${contract.operationId} was answered ${status}: ${JSON.stringify(body)}`);
    },
  };
};
