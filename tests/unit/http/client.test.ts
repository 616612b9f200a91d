import { describe, expect, expectTypeOf, it } from 'vitest';
import * as z from 'zod';
import type { CallInput } from '../../../shared/http/calling.ts';
import { type ClientOptions, createClient, ProblemAnswer, UnexpectedAnswer } from '../../../shared/http/client.ts';
import { pageOf, pageQuery } from '../../../shared/http/cursor.ts';
import { type RouteContract, route } from '../../../shared/http/route.ts';

const SUMMARY = { zh: '试', en: 'Try' };
const thing = z.strictObject({ name: z.string(), count: z.int() });

const readThing = route({
  operationId: 'readThing',
  method: 'GET',
  path: '/v1/things/{thingId}/parts/{part}',
  tag: 'things',
  summary: SUMMARY,
  access: ['auditor'],
  params: z.strictObject({ thingId: z.string(), part: z.string() }),
  success: { status: 200, body: thing },
});
const listThings = route({
  operationId: 'listThings',
  method: 'GET',
  path: '/v1/things',
  tag: 'things',
  summary: SUMMARY,
  access: ['auditor'],
  query: z.strictObject({ ...pageQuery, kind: z.enum(['big', 'small']).optional() }),
  success: { status: 200, body: pageOf(thing) },
});
const addThing = route({
  operationId: 'addThing',
  method: 'POST',
  path: '/v1/things',
  tag: 'things',
  summary: SUMMARY,
  access: ['auditor'],
  body: z.strictObject({ name: z.string(), at: z.iso.datetime(), count: z.int().default(1) }),
  success: { status: 201, body: thing },
});
const changeThing = route({ ...addThing, operationId: 'changeThing', method: 'PUT', ifMatch: 'required' });
const readPage = route({
  operationId: 'readPage',
  method: 'GET',
  path: '/docs',
  tag: 'things',
  summary: SUMMARY,
  access: 'public',
  success: { status: 200, body: z.string(), contentType: 'text/html' },
});

/** A client whose requests are answered from the response, and the requests it made. */
const clientTo = (
  answer: () => Response,
  options: Partial<Pick<ClientOptions, 'token' | 'taskLink'>> = { token: 'abc' },
) => {
  const requests: Request[] = [];
  const fetch = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
    requests.push(new Request(input, init));
    return answer();
  };
  return {
    client: createClient({ baseUrl: 'http://city.example/630100', language: 'en', fetch, ...options }),
    requests,
  };
};
const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

const THING = { name: '冲锋舟', count: 3 };
const NEW_THING = { name: '冲锋舟', at: '2026-07-15T00:00:00Z' };

describe('a request', () => {
  it('comes with a task’s link where a duty phone makes it', async () => {
    const { client, requests } = clientTo(() => json(200, THING), { taskLink: 'secret.phone' });
    await client.call(readThing, { params: { thingId: 'a', part: 'b' } });
    expect(requests[0]?.headers.get('authorization')).toBe('Task secret.phone');
  });

  it('fills path and query, each value encoded', async () => {
    const { client, requests } = clientTo(() => json(200, THING));
    await client.call(readThing, { params: { thingId: 'a/b', part: '水 泵' } });
    expect(requests[0]?.url).toBe('http://city.example/630100/v1/things/a%2Fb/parts/%E6%B0%B4%20%E6%B3%B5');
    const list = clientTo(() => json(200, { items: [THING] }));
    await list.client.call(listThings, { query: { limit: 5, cursor: 'a+b&c', kind: undefined } });
    expect(list.requests[0]?.url).toBe('http://city.example/630100/v1/things?limit=5&cursor=a%2Bb%26c');
  });

  it('carries token, language, body, version and key', async () => {
    const { client, requests } = clientTo(() => json(201, THING));
    await client.call(addThing, { body: NEW_THING, ifMatch: '"3"', idempotencyKey: 'my-key' });
    const [request] = requests;
    expect(Object.fromEntries(request?.headers ?? [])).toMatchObject({
      authorization: 'Bearer abc',
      'accept-language': 'en',
      'content-type': 'application/json',
      'if-match': '"3"',
      'idempotency-key': 'my-key',
    });
    expect(await request?.json()).toEqual(NEW_THING);
  });

  it('gives every POST a key of its own, and no other method any', async () => {
    const { client, requests } = clientTo(() => json(201, THING));
    await client.call(addThing, { body: NEW_THING });
    await client.call(addThing, { body: NEW_THING });
    await client.call(changeThing, { body: NEW_THING, ifMatch: '"1"' });
    const [first, second, third] = requests.map(({ headers }) => headers.get('idempotency-key'));
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect(second).toMatch(/^[0-9a-f-]{36}$/);
    expect(first).not.toBe(second);
    expect(third).toBeNull();
  });

  it('asks for the token at each call where it is to be got, and sends none where there is none', async () => {
    let count = 0;
    const renewed = clientTo(() => json(200, THING), { token: async () => `token-${++count}` });
    await renewed.client.call(readThing, { params: { thingId: 'a', part: 'b' } });
    await renewed.client.call(readThing, { params: { thingId: 'a', part: 'b' } });
    expect(renewed.requests.map(({ headers }) => headers.get('authorization'))).toEqual([
      'Bearer token-1',
      'Bearer token-2',
    ]);
    const nobody = clientTo(() => new Response('<p>', { status: 200 }), {});
    await nobody.client.call(readPage);
    expect(nobody.requests[0]?.headers.has('authorization')).toBe(false);
  });
});

describe('an answer', () => {
  it('is the parsed body with status and version', async () => {
    const { client } = clientTo(() => json(201, THING, { etag: '"4"' }));
    const answered = await client.call(addThing, { body: NEW_THING });
    expect(answered).toEqual({ status: 201, body: THING, etag: '"4"' });
    expectTypeOf(answered.body).toEqualTypeOf<{ name: string; count: number }>();
  });

  it('is text where the contract says so', async () => {
    const { client } = clientTo(() => new Response('<p>守望</p>', { status: 200 }));
    expect((await client.call(readPage)).body).toBe('<p>守望</p>');
  });

  it('that is a problem is thrown with its code and pointers', async () => {
    const problem = {
      type: 'urn:shouwang:problem:body-not-valid',
      title: 'Not acceptable as it is',
      status: 422,
      detail: '1 of the fields are not acceptable.',
      code: 'body-not-valid',
      correlationId: 'c-1',
      errors: [{ pointer: '/name', detail: 'too short' }],
    };
    const headers = { 'content-type': 'application/problem+json; charset=utf-8' };
    const { client } = clientTo(() => json(422, problem, headers));
    const refused = client.call(addThing, { body: NEW_THING });
    await expect(refused).rejects.toBeInstanceOf(ProblemAnswer);
    await expect(refused).rejects.toMatchObject({
      status: 422,
      problem,
      message: 'addThing was answered 422: body-not-valid: 1 of the fields are not acceptable. (/name: too short)',
    });
  });

  it.each([
    ['a refusal of the gateway', () => json(401, { message: 'Unauthorized' }), 401],
    ['a problem that is none', () => json(500, { oh: 'no' }, { 'content-type': 'application/problem+json' }), 500],
    ['a body that breaks the contract', () => json(200, { name: 1 }), 200],
    ['a body that is no JSON', () => new Response('<html>', { status: 200 }), 200],
  ])('that is %s is thrown as unexpected, with what was said', async (_, answer, status) => {
    const { client } = clientTo(answer);
    const call = client.call(readThing, { params: { thingId: 'a', part: 'b' } });
    await expect(call).rejects.toBeInstanceOf(UnexpectedAnswer);
    await expect(call).rejects.not.toBeInstanceOf(ProblemAnswer);
    await expect(call).rejects.toMatchObject({ status, text: await answer().text() });
  });

  it('that never comes is what fetch throws', async () => {
    const failed = new TypeError('fetch failed');
    const { client } = clientTo(() => {
      throw failed;
    });
    await expect(client.call(listThings)).rejects.toBe(failed);
  });
});

describe('the type of a call', () => {
  type InputOf<C> =
    C extends RouteContract<infer P extends z.ZodType, infer Q extends z.ZodType, infer B extends z.ZodType>
      ? CallInput<P, Q, B>
      : never;

  it('asks for exactly the parts that the contract has', () => {
    expectTypeOf<Record<never, never>>().toExtend<InputOf<typeof readPage>>();
    expectTypeOf<Record<never, never>>().toExtend<InputOf<typeof listThings>>();
    expectTypeOf<Record<never, never>>().not.toExtend<InputOf<typeof readThing>>();
    expectTypeOf<{ params: { thingId: string } }>().not.toExtend<InputOf<typeof readThing>>();
    expectTypeOf<{ params: { thingId: string; part: string } }>().toExtend<InputOf<typeof readThing>>();
    expectTypeOf<{ body: { name: string } }>().not.toExtend<InputOf<typeof addThing>>();
    expectTypeOf<{ body: { name: string; at: string } }>().toExtend<InputOf<typeof addThing>>();
    expectTypeOf<{ body: object }>().not.toExtend<InputOf<typeof readThing>>();
    expectTypeOf<{ query: { kind: 'huge' } }>().not.toExtend<InputOf<typeof listThings>>();
  });
});
