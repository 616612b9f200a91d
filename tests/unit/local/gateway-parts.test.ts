import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { FunctionDefinition } from '../../../functions/catalog-types.ts';
import { answerOf } from '../../../infra/local/gateway/http-result.ts';
import { RouteTable } from '../../../infra/local/gateway/route-table.ts';
import { TokenBucket } from '../../../infra/local/gateway/token-bucket.ts';
import { type Access, type RouteContract, route } from '../../../shared/http/route.ts';

const contract = (method: RouteContract['method'], path: string, access: Access = ['auditor']): RouteContract =>
  route({
    operationId: `${method} ${path}`,
    method,
    path,
    access,
    tag: 'x',
    summary: { zh: '试', en: 'trial' },
    success: { status: 200, body: z.unknown() },
  });

const define = (name: string, routes: readonly RouteContract[], answersUnmatched = false): FunctionDefinition => ({
  name,
  purpose: { zh: '试', en: 'trial' },
  routes,
  triggers: [],
  rights: [],
  memoryMegabytes: 128,
  timeoutSeconds: 1,
  ...(answersUnmatched && { answersUnmatched: true as const }),
});

describe('a route table', () => {
  const teams = define('teams', [
    contract('GET', '/v1/teams/{teamId}'),
    contract('GET', '/v1/teams/{teamId}/members/{memberId}'),
    contract('GET', '/v1/{anything}/nearby'),
    contract('GET', '/v1/teams/nearby', 'public'),
    contract('POST', '/v1/teams'),
    contract('GET', '/v1/plans/{planId}'),
    contract('PUT', '/v1/plans/{planId}'),
    contract('GET', '/v1/plans/nearby'),
  ]);
  const table = new RouteTable([teams, define('system', [contract('GET', '/')], true)]);

  it.each([
    ['GET', '/v1/teams/7', 'GET /v1/teams/{teamId}', { teamId: '7' }],
    ['GET', '/v1/teams/a%2Fb%20%E8%A5%BF', 'GET /v1/teams/{teamId}', { teamId: 'a/b 西' }],
    ['GET', '/v1/teams/100%', 'GET /v1/teams/{teamId}', { teamId: '100%' }],
    ['GET', '/v1/teams/nearby', 'GET /v1/teams/nearby', {}],
    ['GET', '/v1/packages/nearby', 'GET /v1/{anything}/nearby', { anything: 'packages' }],
    ['GET', '/v1/teams/7/members/8', 'GET /v1/teams/{teamId}/members/{memberId}', { teamId: '7', memberId: '8' }],
    ['POST', '/v1/teams', 'POST /v1/teams', {}],
    ['PUT', '/v1/plans/7', 'ANY /v1/plans/{planId}', { planId: '7' }],
    ['DELETE', '/v1/plans/7', 'ANY /v1/plans/{planId}', { planId: '7' }],
    ['GET', '/v1/plans/nearby', 'GET /v1/plans/nearby', {}],
    ['GET', '/', 'GET /', {}],
    ['GET', '/v1/teams/', '$default', {}],
    ['GET', '/v1/teams', '$default', {}],
    ['PUT', '/v1/teams/7', '$default', {}],
    ['HEAD', '/v1/teams/7', '$default', {}],
  ])('%s %s goes to %s', (method, path, routeKey, pathParameters) => {
    expect(table.find(method, path)).toMatchObject({ routeKey, pathParameters });
  });

  it('knows who needs no token', () => {
    expect(table.find('GET', '/v1/teams/nearby')?.isPublic).toBe(true);
    expect(table.find('GET', '/v1/teams/7')?.isPublic).toBe(false);
    expect(table.find('GET', '/nowhere')?.isPublic).toBe(true);
  });

  it('finds nothing where no function answers the rest', () => {
    expect(new RouteTable([teams]).find('GET', '/nowhere')).toBeUndefined();
  });
});

describe('an answer', () => {
  const JSON_TYPE = { 'content-type': 'application/json' };

  it.each([
    ['an object', { a: 1 }, { status: 200, headers: JSON_TYPE, body: '{"a":1}' }],
    ['a text', 'hello', { status: 200, headers: JSON_TYPE, body: 'hello' }],
    ['nothing', undefined, { status: 200, headers: JSON_TYPE, body: 'null' }],
    [
      'a whole result',
      { statusCode: 201, headers: { ETag: '"1"', 'X-Count': 3 }, cookies: ['a=b; Secure'], body: 'ok' },
      {
        status: 201,
        headers: { etag: '"1"', 'x-count': '3', 'content-type': 'text/plain;charset=UTF-8' },
        cookies: ['a=b; Secure'],
        body: 'ok',
      },
    ],
    ['a status in text', { statusCode: '204' }, { status: 204, body: '' }],
    ['base64', { statusCode: 200, body: 'AAH/', isBase64Encoded: true }, { body: Buffer.from([0, 1, 255]) }],
    [
      'a type of its own',
      { statusCode: 200, headers: { 'Content-Type': 'text/html' } },
      { headers: { 'content-type': 'text/html' } },
    ],
  ])('is made of %s', (_what, result, expected) => {
    expect(answerOf(result)).toMatchObject(expected);
  });

  it.each([
    [{ statusCode: 99 }],
    [{ statusCode: 'ok' }],
    [{ statusCode: 200, body: { not: 'text' } }],
    [{ statusCode: 200, headers: { a: ['list'] } }],
  ])('is not made of %j', (result) => {
    expect(answerOf(result)).toBeUndefined();
  });
});

describe('a token bucket', () => {
  it('lets a burst through at once and the rate in the long run', () => {
    let now = 0;
    const bucket = new TokenBucket({ ratePerSecond: 10, burst: 3 }, () => now);
    const taken = () => Array.from({ length: 5 }, () => bucket.take()).filter(Boolean).length;
    expect(taken()).toBe(3);
    now += 99;
    expect(taken()).toBe(0);
    now += 1;
    expect(taken()).toBe(1);
    now += 60_000;
    expect(taken()).toBe(3);
  });
});
