import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { route } from '../../../shared/http/route.ts';
import { implement } from '../../../shared/lambda/bound-route.ts';
import { createHttpHandler } from '../../../shared/lambda/http-handler.ts';
import { createTestCell } from '../../builders/test-cell.ts';

const echo = route({
  operationId: 'echo',
  method: 'POST',
  path: '/v1/echo/{name}',
  tag: 'test',
  summary: { zh: '回声', en: 'Echo' },
  access: ['coordinator'],
  params: z.strictObject({ name: z.string().max(5) }),
  query: z.strictObject({ times: z.coerce.number().int().max(3).default(1) }),
  body: z.strictObject({ words: z.string().min(2), nested: z.strictObject({ list: z.array(z.int()) }).optional() }),
  ifMatch: 'required',
  success: { status: 201, body: z.strictObject({ said: z.string(), version: z.int() }) },
});

const failing = route({
  operationId: 'fail',
  method: 'GET',
  path: '/v1/fail',
  tag: 'test',
  summary: { zh: '出错', en: 'Fail' },
  access: 'public',
  success: { status: 200, body: z.unknown() },
});

const setUp = () => {
  const test = createTestCell();
  const handler = createHttpHandler(test.cell, [
    implement(echo, async ({ body, query, params, ifMatch }) => ({
      body: { said: `${params.name}: ${body.words.repeat(query.times)}`, version: ifMatch ?? 0 },
      version: 8,
    })),
    implement(failing, async () => {
      throw new Error('secret: the password of the database');
    }),
  ]);
  const good = {
    as: 'coordinator@630100',
    params: { name: '西宁' },
    body: { words: '守望' },
    headers: { 'if-match': '"7"' },
  };
  return { ...test, handler, good, send: (change: object) => test.call(handler, echo, { ...good, ...change }) };
};

/** What the gateway calls a function with whose path has several methods. */
const anyEvent = (method: string) =>
  ({
    routeKey: 'ANY /v1/fail',
    rawPath: '/v1/fail',
    headers: {},
    requestContext: { requestId: 'r', http: { method, path: '/v1/fail' } },
  }) as unknown as APIGatewayProxyEventV2;

describe('an HTTP function', () => {
  it('is told of several methods of a path by one route, and takes its own', async () => {
    const handler = createHttpHandler(createTestCell().cell, [
      implement({ ...failing, access: 'public' }, async () => ({ body: 'read' })),
      implement({ ...failing, operationId: 'remove', method: 'DELETE' }, async () => ({ body: 'removed' })),
    ]);
    const call = (method: string) => handler(anyEvent(method), {} as Context);
    expect(await call('GET')).toMatchObject({ statusCode: 200, body: '"read"' });
    expect(await call('DELETE')).toMatchObject({ statusCode: 200, body: '"removed"' });
    const refused = await call('PATCH');
    expect(refused).toMatchObject({ statusCode: 405, headers: { allow: 'DELETE, GET' } });
    expect(JSON.parse(refused.body ?? '')).toMatchObject({ code: 'method-not-allowed' });
  });

  it('parses everything and answers with the contract’s status and an ETag', async () => {
    const { send } = setUp();
    const answer = await send({ query: { times: '2' } });
    expect(answer).toMatchObject({
      status: 201,
      headers: { etag: '"8"' },
      body: { said: '西宁: 守望守望', version: 7 },
    });
  });

  it.each([
    ['no token', { as: undefined }, 401, 'not-signed-in'],
    ['a token of another city', { as: 'coordinator@620100' }, 401, 'not-signed-in'],
    ['another role', { as: 'auditor@630100' }, 403, 'role-not-allowed'],
    ['no idempotency key', { headers: { 'if-match': '"7"', 'idempotency-key': '' } }, 400, 'idempotency-key-missing'],
    [
      'an idempotency key of 201 characters',
      { headers: { 'if-match': '"7"', 'idempotency-key': 'x'.repeat(201) } },
      400,
      'idempotency-key-missing',
    ],
    ['no version', { headers: {} }, 428, 'if-match-required'],
    ['a malformed version', { headers: { 'if-match': 'seven' } }, 400, 'if-match-malformed'],
    ['a wildcard version', { headers: { 'if-match': '*' } }, 400, 'if-match-malformed'],
    ['another content type', { headers: { 'if-match': '"7"', 'content-type': 'text/plain' } }, 415, 'not-json'],
    ['an empty body', { body: undefined }, 400, 'malformed-json'],
    ['a body of 5 MB', { body: { words: 'x'.repeat(5_000_000) } }, 413, 'body-too-large'],
    ['a path parameter too long', { params: { name: '海西蒙古族藏族自治州' } }, 400, 'parameters-not-valid'],
    ['a query parameter too large', { query: { times: '4' } }, 400, 'parameters-not-valid'],
    ['a query parameter unknown', { query: { tiems: '1' } }, 400, 'parameters-not-valid'],
    ['a body of nonsense', { body: '胡言乱语' }, 422, 'body-not-valid'],
  ])('refuses %s', async (_, change, status, code) => {
    const { send } = setUp();
    const answer = await send(change);
    expect(answer).toMatchObject({
      status,
      headers: { 'content-type': 'application/problem+json; charset=utf-8' },
      body: { status, code, correlationId: expect.stringMatching(/./), type: `urn:shouwang:problem:${code}` },
    });
  });

  it('points to each bad field, in the language asked for', async () => {
    const { send, good } = setUp();
    const body = { words: '守', nested: { list: [1, 'two'] }, extra: true };
    const chinese = await send({ body });
    expect(chinese.body).toMatchObject({
      title: '内容不合要求',
      errors: expect.arrayContaining([
        { pointer: '/words', detail: expect.stringMatching(/[一-鿿]/) },
        { pointer: '/nested/list/1', detail: expect.stringMatching(/[一-鿿]/) },
        { pointer: '/extra', detail: expect.stringMatching(/[一-鿿]/) },
      ]),
    });
    const english = await send({ body, headers: { ...good.headers, 'accept-language': 'fr, en-GB;q=0.8, zh;q=0.5' } });
    expect(english.body).toMatchObject({ title: 'Not acceptable as it is', errors: expect.any(Array) });
    expect(JSON.stringify((english.body as { errors: unknown }).errors)).not.toMatch(/[一-鿿]/);
  });

  it('says nothing of the cause of a 500, but logs it with the correlation id it quotes', async () => {
    const { cell, call } = setUp();
    const logged: unknown[][] = [];
    const handler = createHttpHandler(
      { ...cell, log: { ...cell.log, error: (...words: unknown[]) => void logged.push(words) } },
      [
        implement(failing, async () => {
          throw new Error('secret: the password of the database');
        }),
      ],
    );
    const answer = await call(handler, failing);
    expect(answer).toMatchObject({ status: 500, body: { code: 'internal-error' } });
    expect(JSON.stringify(answer)).not.toContain('secret');
    const { correlationId } = answer.body as { correlationId: string };
    expect(logged).toEqual([
      [expect.any(String), expect.objectContaining({ correlationId, error: expect.any(Error) })],
    ]);
  });

  it('lets nobody in by a task’s link unless it is told who comes', async () => {
    const byLink = { ...failing, operationId: 'byLink', path: '/v1/by-link', access: 'task-link' } as const;
    const test = createTestCell();
    const implemented = implement(byLink, async ({ person }) => ({ body: person.id }));
    const closed = createHttpHandler(test.cell, [implemented]);
    const phone = { id: 'phone:1', name: '值班手机', city: '630100', roles: [] };
    const open = createHttpHandler(test.cell, [implemented], {
      phoneOf: async (_, { headers }) => (headers.authorization === 'Task secret' ? phone : undefined),
    });
    const headers = { authorization: 'Task secret' };
    expect(await test.call(closed, byLink, { headers })).toMatchObject({ status: 401 });
    expect(await test.call(open, byLink, { headers })).toMatchObject({ status: 200, body: 'phone:1' });
    expect(await test.call(open, byLink, { as: 'coordinator@630100' })).toMatchObject({ status: 401 });
  });
});
