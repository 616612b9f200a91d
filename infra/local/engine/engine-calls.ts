import { Agent, type IncomingMessage, request } from 'node:http';
import { text as readAll } from 'node:stream/consumers';
import * as z from 'zod';
import type { DynamoDbCalls } from '../../../shared/data/dynamodb-calls.ts';

/** The calls of an engine of our own, made without the SDK. */
export interface EngineCalls extends DynamoDbCalls {
  close(): void;
}

/** What the protocol says when something went wrong. */
const FaultSchema = z.looseObject({
  __type: z.string(),
  message: z.string().optional(),
  CancellationReasons: z.array(z.looseObject({ Code: z.string().optional() })).optional(),
});

/** An error as the SDK would throw it: named as DynamoDB names it. */
const faultOf = (answer: string): Error => {
  const { __type, message, CancellationReasons } = FaultSchema.parse(JSON.parse(answer));
  return Object.assign(new Error(message ?? __type), { name: __type.replace(/^.*#/, ''), CancellationReasons });
};

/** The engine wants to see a signature, but does not check it. */
const HEADERS = {
  'content-type': 'application/x-amz-json-1.0',
  'x-amz-date': '20000101T000000Z',
  authorization:
    'AWS4-HMAC-SHA256 Credential=local/20000101/local/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=0',
};

const OK = 200;

/** Whether a connection was kept that the engine had closed meanwhile: a call by another one will reach it. */
const isStale = (reused: boolean, error: unknown): boolean =>
  reused && error instanceof Error && 'code' in error && (error.code === 'ECONNRESET' || error.code === 'EPIPE');

/**
 * DynamoDB's JSON protocol, as far as a store needs it: the SDK takes five times as much processor time for a call, and on one machine the
 * engine and every city share two processors. To whoever is reached by a network, use the SDK.
 */
export const engineCalls = (endpoint: string): EngineCalls => {
  const agent = new Agent({ keepAlive: true });

  const send = (operation: string, body: string): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const headers = {
        ...HEADERS,
        'x-amz-target': `DynamoDB_20120810.${operation}`,
        'content-length': Buffer.byteLength(body),
      };
      const call = request(endpoint, { method: 'POST', agent, headers }, resolve);
      call.on('error', (error) => {
        if (isStale(call.reusedSocket, error)) send(operation, body).then(resolve, reject);
        else reject(error);
      });
      call.end(body);
    });

  const call = async (operation: string, input: unknown): Promise<object> => {
    const response = await send(operation, JSON.stringify(input));
    const answer = await readAll(response);
    if (response.statusCode !== OK) throw faultOf(answer);
    return JSON.parse(answer) as object;
  };

  return {
    getItem: (input) => call('GetItem', input),
    batchGetItem: (input) => call('BatchGetItem', input),
    query: (input) => call('Query', input),
    transactWriteItems: (input) => call('TransactWriteItems', input),
    close: () => agent.destroy(),
  };
};
