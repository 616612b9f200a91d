import type { APIGatewayProxyEventV2, DynamoDBRecord, DynamoDBStreamEvent, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import type { FunctionDefinition } from '../../../functions/catalog-types.ts';
import type { CreateHandler, LoadHandler } from '../../../infra/local/city/lambda-function.ts';
import type { Item } from '../../../shared/data/store.ts';
import type { Dispatch } from '../../../shared/exchange/ports.ts';
import { type Access, type RouteContract, route } from '../../../shared/http/route.ts';

/**
 * A service as small as can be that uses all the runtime offers: letters are posted over HTTP, travel as messages do, and
 * are read where they arrive. A letter with the text `poison` is one nobody can open.
 */
const contract = (
  method: RouteContract['method'],
  path: string,
  access: Access,
  operationId = `${method}${path}`,
): RouteContract =>
  route({
    operationId,
    method,
    path,
    access,
    tag: 'letters',
    summary: { zh: '信件', en: 'Letters' },
    success: { status: 200, body: z.unknown() },
  });

const define = (name: string, rest: Partial<FunctionDefinition>): FunctionDefinition => ({
  name,
  purpose: { zh: '试验', en: 'A trial' },
  routes: [],
  triggers: [],
  rights: [],
  memoryMegabytes: 128,
  timeoutSeconds: 5,
  ...rest,
});

export const POST_OFFICE: readonly FunctionDefinition[] = [
  define('counter', {
    routes: [
      contract('POST', '/v1/letters', ['coordinator']),
      contract('GET', '/v1/letters', ['coordinator', 'auditor']),
      contract('GET', '/health', 'public'),
    ],
  }),
  define('outbox', {
    triggers: [
      {
        kind: 'table-stream',
        filter: { eventName: ['INSERT'], dynamodb: { NewImage: { entity: { S: ['letter'] } } } },
      },
    ],
  }),
  define('inbox', { triggers: [{ kind: 'inbox-queue' }] }),
  define('courier', { triggers: [{ kind: 'courier-links' }] }),
  define('clock', { triggers: [{ kind: 'schedule', everyMinutes: 1 }] }),
];

const LetterSchema = z.object({ to: z.array(z.string()), text: z.string() });

const counter: CreateHandler = (cell) => async (event) => {
  const { routeKey, body, requestContext } = event as APIGatewayProxyEventV2;
  const answer = (status: number, value: unknown) => ({
    statusCode: status,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(value),
  });
  if (routeKey === 'GET /health') return answer(200, { status: 'ok' });
  if (routeKey === 'ANY /v1/letters' && requestContext.http.method === 'GET') {
    const { items } = await cell.store.query({ pk: 'received' });
    return answer(200, items);
  }
  const id = cell.newId();
  const item = { pk: 'sent', sk: id, entity: 'letter', from: cell.city, ...LetterSchema.parse(JSON.parse(body ?? '')) };
  await cell.store.transact([{ kind: 'put', item, condition: { kind: 'absent' } }], id);
  return answer(201, { id });
};

const letterIn = ({ dynamodb }: DynamoDBRecord): Item => {
  const text = (name: string): string => dynamodb?.NewImage?.[name]?.S ?? '';
  const to = dynamodb?.NewImage?.to?.L?.map(({ S = '' }) => S) ?? [];
  return { pk: 'received', sk: text('sk'), from: text('from'), text: text('text'), to };
};

/** The bus does not look into envelopes: a letter will do. */
const dispatchOf = (letter: Item): Dispatch =>
  ({ to: letter.to, envelope: { ...letter, type: 'Letter' } }) as unknown as Dispatch;

const outbox: CreateHandler = (cell) => async (event) => {
  await cell.publisher.publish((event as DynamoDBStreamEvent).Records.map((record) => dispatchOf(letterIn(record))));
  return { batchItemFailures: [] };
};

const inbox: CreateHandler = (cell) => async (event) => {
  const batchItemFailures: { itemIdentifier: string }[] = [];
  for (const { body, messageId, attributes } of (event as SQSEvent).Records) {
    const { source, detail } = JSON.parse(body) as { source: string; detail: { envelope: Item } };
    if (detail.envelope.text === 'poison') batchItemFailures.push({ itemIdentifier: messageId });
    else
      await cell.store.transact(
        [{ kind: 'put', item: { ...detail.envelope, source, receives: attributes.ApproximateReceiveCount } }],
        cell.newId(),
      );
  }
  return { batchItemFailures };
};

const courier: CreateHandler = (cell) => async (event) => {
  const { to, envelope } = (event as { detail: Dispatch }).detail;
  for (const city of to) await cell.courier.deliver(city, { to: [city], envelope });
  return undefined;
};

/** The clock leaves a note in the city's own letter box. */
const clock: CreateHandler = (cell) => async () => {
  const note = { pk: 'received', sk: cell.newId(), from: cell.city, text: `it is ${cell.clock.now()}` };
  await cell.store.transact([{ kind: 'put', item: note }], cell.newId());
  return undefined;
};

const HANDLERS: Readonly<Record<string, CreateHandler>> = { counter, outbox, inbox, courier, clock };

export const loadPostOffice: LoadHandler = async (name) => {
  const found = HANDLERS[name];
  if (!found) throw new RangeError(`no function ${name}`);
  return found;
};

/** A person at a running post office. */
export const signIn = async (url: string, username: string): Promise<string> => {
  const form = new URLSearchParams({ grant_type: 'password', username, password: 'demo' });
  const response = await fetch(`${url}/oidc/token`, { method: 'POST', body: form });
  const { access_token } = (await response.json()) as { access_token: string };
  return access_token;
};

export interface ReceivedLetter {
  readonly sk: string;
  readonly text: string;
  readonly source: string;
  readonly receives: string;
}

/** What a city's coordinator does. */
export const coordinatorOf = async (url: string, city: string) => {
  const headers = {
    authorization: `Bearer ${await signIn(url, `coordinator@${city}`)}`,
    'content-type': 'application/json',
  };
  return {
    post: async (to: readonly string[], text: string): Promise<string> => {
      const body = JSON.stringify({ to, text });
      const response = await fetch(`${url}/${city}/v1/letters`, { method: 'POST', headers, body });
      if (response.status !== 201) throw new Error(`${response.status} ${await response.text()}`);
      return ((await response.json()) as { id: string }).id;
    },
    read: async (): Promise<readonly ReceivedLetter[]> => {
      const response = await fetch(`${url}/${city}/v1/letters`, { headers });
      return (await response.json()) as readonly ReceivedLetter[];
    },
  };
};
