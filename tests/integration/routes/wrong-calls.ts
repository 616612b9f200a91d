import { expect, it } from 'vitest';
import { type Role, RoleSchema } from '../../../shared/http/roles.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import { MAXIMUM_BODY_BYTES } from '../../../shared/http/validation.ts';
import type { createTestCell, TestAnswer, TestCall } from '../../builders/test-cell.ts';

/** A cell with the handler under test, and a call that the route would accept. */
export interface RouteWorld {
  readonly test: ReturnType<typeof createTestCell>;
  readonly handler: unknown;
  readonly good: TestCall;
  /** Another body that the route would accept; by default the good one with more of a reason. */
  readonly otherBody?: unknown;
}

type Wrong = (good: TestCall, contract: RouteContract) => TestCall;

const withHeader =
  (name: string, value: string): Wrong =>
  (good) => ({ ...good, headers: { ...good.headers, [name]: value } });

const withParams =
  (value: string): Wrong =>
  (good) => ({ ...good, params: Object.fromEntries(Object.keys(good.params ?? {}).map((name) => [name, value])) });

const citizen =
  (role: Role, city: string): Wrong =>
  (good) => ({ ...good, as: `${role}@${city}` });

const roleWithout = ({ access }: RouteContract): Role | undefined =>
  typeof access === 'string' ? undefined : RoleSchema.options.find((role) => !access.includes(role));

/** Ways to get a call wrong, each with the contracts it applies to and what it is answered. */
const WRONG_CALLS: readonly {
  readonly what: string;
  readonly applies: (contract: RouteContract) => boolean;
  readonly wrong: Wrong;
  readonly status: number;
  readonly code?: string;
}[] = [
  {
    what: 'nobody in particular',
    applies: () => true,
    wrong: ({ as: _, ...good }) => good,
    status: 401,
    code: 'not-signed-in',
  },
  {
    what: 'somebody of another city',
    applies: () => true,
    wrong: citizen('coordinator', '632500'),
    status: 401,
    code: 'not-signed-in',
  },
  {
    what: 'a role that may not',
    applies: (contract) => roleWithout(contract) !== undefined,
    wrong: (good, contract) => ({ ...good, as: good.as?.replace(/^[^@]+/, roleWithout(contract) ?? '') ?? '' }),
    status: 403,
    code: 'role-not-allowed',
  },
  {
    what: 'an id there is none of',
    applies: ({ params }) => params !== undefined,
    wrong: withParams('0190ffff-0000-7000-8000-000000000000'),
    status: 404,
  },
  { what: 'an id that is none', applies: ({ params }) => params !== undefined, wrong: withParams('7'), status: 400 },
  {
    what: 'a body too large',
    applies: ({ body }) => body !== undefined,
    wrong: (good) => ({ ...good, body: { filling: 'x'.repeat(MAXIMUM_BODY_BYTES) } }),
    status: 413,
    code: 'body-too-large',
  },
  {
    what: 'a body that is not JSON',
    applies: ({ body }) => body !== undefined,
    wrong: withHeader('content-type', 'text/plain'),
    status: 415,
    code: 'not-json',
  },
  {
    what: 'a field nobody knows',
    applies: ({ body }) => body !== undefined,
    wrong: (good) => ({ ...good, body: { ...(good.body as object), unheardOf: 1 } }),
    status: 422,
    code: 'body-not-valid',
  },
  {
    what: 'no Idempotency-Key',
    applies: ({ method }) => method === 'POST',
    wrong: withHeader('idempotency-key', ''),
    status: 400,
    code: 'idempotency-key-missing',
  },
  {
    what: 'no If-Match',
    applies: ({ ifMatch }) => ifMatch === 'required',
    wrong: (good) => ({ ...good, headers: {} }),
    status: 428,
    code: 'if-match-required',
  },
  {
    what: 'a malformed If-Match',
    applies: ({ ifMatch }) => ifMatch !== undefined,
    wrong: withHeader('if-match', 'W/"1"'),
    status: 400,
    code: 'if-match-malformed',
  },
  {
    what: 'a stale If-Match',
    applies: ({ ifMatch }) => ifMatch !== undefined,
    wrong: withHeader('if-match', '"99"'),
    status: 412,
    code: 'stale-version',
  },
];

/** Expects problem+json that says in words what is wrong. */
export const expectProblem = (answer: TestAnswer, status: number, code?: string): void => {
  expect(answer.body).toMatchObject({ status, ...(code === undefined ? {} : { code }) });
  expect(answer.status).toBe(status);
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(answer.body).toHaveProperty('detail', expect.stringMatching(/.{4}/));
};

/** Declares a test for each way to get a route wrong that its contract provides for. */
export const itRefusesWrongCalls = (contract: RouteContract, world: () => Promise<RouteWorld>): void => {
  it.each(
    WRONG_CALLS.filter(({ applies }) => applies(contract)).map((one) => ({ ...one, name: contract.operationId })),
  )('$name answers $what with $status', async ({ wrong, status, code }) => {
    const { test, handler, good } = await world();
    expectProblem(await test.call(handler, contract, wrong(good, contract)), status, code);
  });
};

/** Declares a test for each way to get a route wrong that its contract provides for, and one for getting it right. */
export const itAnswersWrongCalls = (contract: RouteContract, world: () => Promise<RouteWorld>): void => {
  itRefusesWrongCalls(contract, world);

  it(`${contract.operationId} answers as its contract says${contract.method === 'POST' ? ', a repeat with the same' : ''}`, async () => {
    const { test, handler, good, otherBody } = await world();
    const call = { ...good, headers: { 'idempotency-key': 'the-same', ...good.headers } };
    const answer = await test.call(handler, contract, call);
    expect(answer.status, JSON.stringify(answer.body)).toBe(contract.success.status);
    expect(contract.success.body.parse(answer.body)).toEqual(answer.body);
    if (contract.method !== 'POST') return;
    const rows = test.store.rows().length;
    const repeated = await test.call(handler, contract, call);
    expect(repeated).toEqual(answer);
    expect(test.store.rows()).toHaveLength(rows);
    const body = otherBody ?? withMoreReason(call.body);
    if (body === undefined) return;
    expectProblem(await test.call(handler, contract, { ...call, body }), 422, 'idempotency-key-reused');
  });
};

/** Nothing where the body has no words to add to. */
const withMoreReason = (body: unknown): unknown => {
  const { reason } = (body ?? {}) as { readonly reason?: string };
  return reason === undefined ? undefined : { ...(body as object), reason: `${reason}！` };
};
