import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as readAll } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { type EngineCalls, engineCalls } from '../../../infra/local/engine/engine-calls.ts';

const KEY = { TableName: 'table', Key: { pk: { S: 'a' } } };

let server: Server;
let calls: EngineCalls;

afterEach(async () => {
  calls.close();
  server.close();
  await once(server, 'close');
});

/** Stands in for the engine: answers with status and body, and closes a connection `hangUpAt` it gets that request. */
const listen = async (status: number, body: string, hangUpAt?: number) => {
  const asked: { readonly target: unknown; readonly input: unknown }[] = [];
  let requests = 0;
  server = createServer(async (request, response) => {
    requests += 1;
    if (requests === hangUpAt) return void request.socket.resetAndDestroy();
    asked.push({ target: request.headers['x-amz-target'], input: JSON.parse(await readAll(request)) });
    response.writeHead(status).end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  calls = engineCalls(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  return asked;
};

describe('calls of an engine of our own', () => {
  it('say what is asked for in DynamoDB’s protocol', async () => {
    const asked = await listen(200, '{"Item":{"pk":{"S":"a"}}}');
    expect(await calls.getItem(KEY)).toEqual({ Item: { pk: { S: 'a' } } });
    expect(asked).toEqual([{ target: 'DynamoDB_20120810.GetItem', input: KEY }]);
  });

  it('name what went wrong as DynamoDB does, with the reasons', async () => {
    const reasons = [{ Code: 'None' }, { Code: 'ConditionalCheckFailed' }];
    const __type = 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException';
    await listen(400, JSON.stringify({ __type, message: 'no', CancellationReasons: reasons }));
    await expect(calls.transactWriteItems({ TransactItems: [] })).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      message: 'no',
      CancellationReasons: reasons,
    });
  });

  it('go by another connection when the engine has closed one that was kept', async () => {
    const asked = await listen(200, '{}', 2);
    await calls.getItem(KEY);
    expect(await calls.getItem(KEY)).toEqual({});
    expect(asked).toHaveLength(2);
  });

  it('fail when the engine hangs up on a new connection', async () => {
    await listen(200, '{}', 1);
    await expect(calls.getItem(KEY)).rejects.toMatchObject({ code: 'ECONNRESET' });
  });
});
