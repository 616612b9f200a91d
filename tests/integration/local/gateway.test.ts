import { randomBytes } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { FunctionDefinition } from '../../../functions/catalog-types.ts';
import type { LoadHandler } from '../../../infra/local/city/lambda-function.ts';
import { type Runtime, startRuntime } from '../../../infra/local/runtime.ts';
import { type Access, type Method, route } from '../../../shared/http/route.ts';
import { signIn } from './post-office.ts';

const contract = (method: Method, path: string, access: Access = 'public') =>
  route({
    operationId: `${method}${path}`,
    method,
    path,
    access,
    tag: 'x',
    summary: { zh: '试', en: 'trial' },
    success: { status: 200, body: z.unknown() },
  });

const CATALOG: readonly FunctionDefinition[] = [
  {
    name: 'echo',
    purpose: { zh: '回显', en: 'Echoes' },
    routes: [contract('POST', '/echo/{id}'), contract('GET', '/echo/{id}'), contract('GET', '/mine', ['auditor'])],
    triggers: [],
    rights: [],
    memoryMegabytes: 128,
    timeoutSeconds: 1,
  },
  {
    name: 'misbehave',
    purpose: { zh: '出错', en: 'Goes wrong' },
    routes: [contract('GET', '/misbehave/{how}')],
    answersUnmatched: true,
    triggers: [],
    rights: [],
    memoryMegabytes: 128,
    timeoutSeconds: 1,
  },
];

const MEGABYTE = 1024 * 1024;

const misbehave = async (how: string | undefined): Promise<unknown> => {
  switch (how) {
    case 'throw':
      throw new Error('a secret');
    case 'hang':
      return new Promise(() => undefined);
    case 'malformed':
      return { statusCode: 'fine' };
    case 'huge':
      return 'x'.repeat(7 * MEGABYTE);
    case 'cookies':
      return { statusCode: 303, headers: { Location: '/elsewhere' }, cookies: ['a=1', 'b=2; HttpOnly'], body: '' };
    case 'bytes':
      return { statusCode: 200, headers: { 'content-type': 'image/png' }, body: 'AAH/', isBase64Encoded: true };
    default:
      return { statusCode: 404, headers: { 'content-type': 'application/problem+json' }, body: '{"code":"no-route"}' };
  }
};

const load: LoadHandler = async (name) => () => async (event) =>
  name === 'echo' ? event : misbehave((event as APIGatewayProxyEventV2).pathParameters?.how);

/** Where pages come from that may call. */
const CONSOLE = 'https://console.example.org';

let runtime: Runtime;
let city: string;
let auditor: string;

beforeAll(async () => {
  runtime = await startRuntime({
    catalog: CATALOG,
    loadHandler: load,
    throttle: { ratePerSecond: 1000, burst: 1000 },
    consoleOrigins: [CONSOLE],
  });
  city = `${runtime.url}/630100`;
  auditor = await signIn(runtime.url, 'auditor@630100');
});

afterAll(() => runtime.stop());

type Echo = APIGatewayProxyEventV2 & {
  readonly requestContext: { readonly authorizer?: { readonly jwt: { readonly claims: Record<string, string> } } };
};

const echo = async (path: string, init?: RequestInit): Promise<Echo> => {
  const response = await fetch(`${city}${path}`, init);
  expect(response.status).toBe(200);
  return (await response.json()) as Echo;
};

describe('the event of a request', () => {
  it('is that of payload format 2.0', async () => {
    const event = await echo('/echo/a%20b%2Fc?x=1&x=2&y=%E8%A5%BF+%2B', {
      headers: { 'X-Mixed-Case': 'One, two', cookie: 'a=1; b=2', 'user-agent': 'trial' },
    });
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'ANY /echo/{id}',
      rawPath: '/echo/a b/c',
      rawQueryString: 'x=1&x=2&y=%E8%A5%BF+%2B',
      cookies: ['a=1', 'b=2'],
      headers: { 'x-mixed-case': 'One, two', 'user-agent': 'trial' },
      queryStringParameters: { x: '1,2', y: '西 +' },
      pathParameters: { id: 'a b/c' },
      isBase64Encoded: false,
      requestContext: {
        apiId: '630100',
        stage: '$default',
        routeKey: 'ANY /echo/{id}',
        requestId: expect.stringMatching(/./),
        time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
        http: {
          method: 'GET',
          path: '/echo/a b/c',
          protocol: 'HTTP/1.1',
          sourceIp: '127.0.0.1',
          userAgent: 'trial',
        },
      },
    });
    expect(Math.abs(event.requestContext.timeEpoch - Date.now())).toBeLessThan(5000);
    for (const absent of ['body', 'stageVariables']) expect(event).not.toHaveProperty(absent);
    expect(event.headers).not.toHaveProperty('cookie');
    expect(event.requestContext).not.toHaveProperty('authorizer');
  });

  it.each([
    ['application/json', false],
    ['application/json; charset=utf-8', false],
    ['text/csv', false],
    ['application/xml', false],
    ['application/x-www-form-urlencoded', true],
    ['application/octet-stream', true],
    ['application/merge-patch+json', true],
    [undefined, true],
  ])('holds a body of type %s base64-encoded: %s', async (type, isBase64Encoded) => {
    const bytes = Buffer.from('{"城":"西宁"}');
    const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type };
    const event = await echo('/echo/1', { method: 'POST', headers, body: bytes });
    expect(event.isBase64Encoded).toBe(isBase64Encoded);
    expect(Buffer.from(event.body ?? '', isBase64Encoded ? 'base64' : 'utf8')).toEqual(bytes);
  });

  it('holds the claims of the token as text', async () => {
    const event = await echo('/mine', { headers: { authorization: `Bearer ${auditor}` } });
    expect(event.requestContext.authorizer?.jwt.claims).toMatchObject({
      sub: 'auditor@630100',
      city: '630100',
      roles: '[auditor]',
      aud: 'shouwang:630100',
      exp: expect.stringMatching(/^\d+$/),
    });
  });
});

describe('the authorizer', () => {
  const challenge = async (authorization?: string) => {
    const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
    const response = await fetch(`${city}/mine`, { headers });
    return [response.status, await response.text(), response.headers.get('www-authenticate')];
  };

  it('answers as API Gateway does without a token, or with one that is no good', async () => {
    expect(await challenge()).toEqual([401, '{"message":"Unauthorized"}', 'Bearer']);
    const invalid = [401, '{"message":"Unauthorized"}', 'Bearer scope="" error="invalid_token"'];
    const elsewhere = await signIn(runtime.url, 'auditor@620100');
    const forged = await new SignJWT({ sub: 'x' }).setProtectedHeader({ alg: 'HS256' }).sign(randomBytes(32));
    for (const bad of [`Bearer ${elsewhere}`, `Bearer ${forged}`, 'Bearer a.b.c', `Basic ${auditor}`])
      expect(await challenge(bad)).toEqual(invalid);
    expect((await challenge(`Bearer ${auditor}`))[0]).toBe(200);
  });
});

describe('the gateway', () => {
  const get = async (path: string) => {
    const response = await fetch(`${city}${path}`, { redirect: 'manual' });
    return { status: response.status, body: await response.text(), headers: response.headers };
  };

  it('says no more than that something went wrong when a function fails', async () => {
    for (const how of ['throw', 'malformed', 'huge', 'hang'])
      expect(await get(`/misbehave/${how}`)).toMatchObject({
        status: 500,
        body: '{"message":"Internal Server Error"}',
      });
  });

  it('passes on cookies, bytes and other answers', async () => {
    const { status, headers } = await get('/misbehave/cookies');
    expect([status, headers.get('location'), headers.getSetCookie()]).toEqual([
      303,
      '/elsewhere',
      ['a=1', 'b=2; HttpOnly'],
    ]);
    const png = await fetch(`${city}/misbehave/bytes`);
    expect([...new Uint8Array(await png.arrayBuffer())]).toEqual([0, 1, 255]);
  });

  it('hands what no route matches to the function that answers the rest', async () => {
    expect(await get('/nowhere')).toMatchObject({ status: 404, body: '{"code":"no-route"}' });
    const post = await fetch(`${city}/misbehave/bytes`, { method: 'POST' });
    expect(await post.text()).toBe('{"code":"no-route"}');
  });

  it('answers HEAD without a body', async () => {
    const head = await fetch(`${city}/nowhere`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([404, '']);
  });

  it('knows no city that takes no part', async () => {
    const response = await fetch(`${runtime.url}/999999/echo/1`);
    expect([response.status, await response.text()]).toEqual([404, '{"message":"Not Found"}']);
  });

  const post = async (size: number, type: string): Promise<number> => {
    const body = 'x'.repeat(size);
    return (await fetch(`${city}/echo/1`, { method: 'POST', headers: { 'content-type': type }, body })).status;
  };

  it('takes bodies up to what Lambda takes, base64 included', async () => {
    expect(await post(2 * MEGABYTE, 'text/plain')).toBe(200);
    expect(await post(7 * MEGABYTE, 'text/plain')).toBe(413);
    expect(await post(5 * MEGABYTE, 'application/octet-stream')).toBe(413);
    expect(await post(11 * MEGABYTE, 'text/plain')).toBe(413);
  });

  it('stops reading a body of unknown length at its limit', async () => {
    const status = await new Promise((resolve, reject) => {
      const outgoing = httpRequest(`${city}/echo/1`, { method: 'POST' }, (response) => {
        response.resume();
        resolve(response.statusCode);
      });
      outgoing.on('error', reject);
      const chunk = Buffer.alloc(MEGABYTE);
      const pour = (left: number): void => {
        if (left === 0 || outgoing.destroyed) outgoing.end();
        else outgoing.write(chunk, () => pour(left - 1));
      };
      pour(11);
    });
    expect(status).toBe(413);
  });
});

describe('throttling', () => {
  it('answers 429 beyond the burst', async () => {
    const strict = await startRuntime({
      catalog: CATALOG,
      loadHandler: load,
      throttle: { ratePerSecond: 0.001, burst: 3 },
    });
    try {
      const answers = [];
      for (let n = 0; n < 5; n += 1) answers.push((await fetch(`${strict.url}/630100/echo/1`)).status);
      expect(answers).toEqual([200, 200, 200, 429, 429]);
      expect((await fetch(`${strict.url}/620100/echo/1`)).status).toBe(200);
    } finally {
      await strict.stop();
    }
  });
});

describe('the front page', () => {
  it('names every city and who can sign in, in both languages', async () => {
    const page = await (await fetch(`${runtime.url}/`)).text();
    for (const text of ['西宁市', 'Xining', `${runtime.url}/620100`, '/632800/docs', 'team-leader@630200', 'demo'])
      expect(page).toContain(text);
  });
});

describe('a page of another origin', () => {
  const asking = (origin: string, headers: Record<string, string> = { 'access-control-request-method': 'POST' }) =>
    fetch(`${city}/mine`, { method: 'OPTIONS', headers: { origin, ...headers } });
  const corsOf = ({ headers }: Response) =>
    Object.fromEntries([...headers].filter(([name]) => name.startsWith('access-control-')));

  it('that is let in is told before it calls what it may send, signed in or not', async () => {
    const response = await asking(CONSOLE);
    expect(response.status).toBe(204);
    expect(corsOf(response)).toEqual({
      'access-control-allow-origin': CONSOLE,
      'access-control-allow-methods': 'GET,POST,PUT,DELETE',
      'access-control-allow-headers': 'authorization,content-type,if-match,idempotency-key,accept-language',
      'access-control-max-age': '3600',
    });
  });

  it('that is let in may read what it is answered, refusals of the gateway too', async () => {
    for (const [path, status] of [
      ['/echo/1', 200],
      ['/mine', 401],
    ] as const) {
      const response = await fetch(`${city}${path}`, { headers: { origin: CONSOLE } });
      expect(response.status).toBe(status);
      expect(corsOf(response)).toEqual({
        'access-control-allow-origin': CONSOLE,
        'access-control-expose-headers': 'etag,content-disposition,www-authenticate,allow',
      });
    }
  });

  it('that is not let in is told nothing', async () => {
    const stranger = 'https://stranger.example.org';
    expect(corsOf(await asking(stranger))).toEqual({});
    expect(corsOf(await fetch(`${city}/echo/1`, { headers: { origin: stranger } }))).toEqual({});
  });

  it('is one question of many with OPTIONS: without the rest of it, the routes answer', async () => {
    expect((await asking(CONSOLE, {})).status).not.toBe(204);
  });
});
