import { createHmac, timingSafeEqual } from 'node:crypto';
import type { APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { createMemoryStore } from '../../shared/data/memory-store.ts';
import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import type { Instant } from '../../shared/domain/kernel/instant.ts';
import type { Dispatch, PublicKey, Signer, Verifier } from '../../shared/exchange/ports.ts';
import { createMemoryFileStore } from '../../shared/files/memory-file-store.ts';
import type { Person } from '../../shared/http/person.ts';
import { RoleSchema } from '../../shared/http/roles.ts';
import { type RouteContract, routeKey } from '../../shared/http/route.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import type { Outbound, OutboundMail, OutboundRequest } from '../../shared/notify/outbound.ts';
import type { Secrets } from '../../shared/notify/secrets.ts';

/** A fast, deterministic stand-in for ES256: an HMAC whose secret is the key id. Proves nothing to anybody; for tests only. */
const TEST_ALGORITHM = 'TEST-HS256';

export const testKey = (city: CityCode): PublicKey => ({
  keyId: `key-of-${city}`,
  algorithm: TEST_ALGORITHM,
  jwk: { kty: 'oct', kid: `key-of-${city}` },
});

const hmac = (keyId: string, data: Uint8Array): Buffer => createHmac('sha256', keyId).update(data).digest();

/** @returns a signer with that key instead of the city's usual one. */
export const signerWith = (key: PublicKey): Signer => ({
  algorithm: key.algorithm,
  publicKey: async () => key,
  sign: async (data) => ({ keyId: key.keyId, signature: hmac(key.keyId, data) }),
});

export const testSigner = (city: CityCode): Signer => signerWith(testKey(city));

export const testVerifier: Verifier = {
  verify: async (key, data, signature) => {
    const expected = hmac(key.keyId, data);
    return signature.byteLength === expected.byteLength && timingSafeEqual(expected, signature);
  },
};

/** @returns the person that the token `Bearer <role>@<city>` or, of an agency, `Bearer <role>@<city>/<agency id>` signs in. */
export const testPerson = (signIn: string): Person => {
  const [role = '', place = ''] = signIn.split('@');
  const [city = '', agency] = place.split('/');
  const person = { id: signIn, name: signIn, city, roles: [RoleSchema.parse(role)] };
  return agency === undefined ? person : { ...person, agency };
};

/** uuid v7 shaped, counted: the same run gives the same ids. */
const countedIds = (): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    return `0190a000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`;
  };
};

/** What a test may say of a request besides its contract. */
export interface TestCall {
  readonly as?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** What comes in place of a body in JSON. */
  readonly file?: { readonly mediaType: string; readonly bytes: Uint8Array };
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
}

type HttpHandler = (event: never, context: Context) => Promise<APIGatewayProxyStructuredResultV2>;

/** @returns secrets that are gone with the test. */
export const memorySecrets = (): Secrets => {
  const kept = new Map<string, string>();
  return {
    get: async (id) => kept.get(id),
    put: async (id, value) => void kept.set(id, value),
    remove: async (id) => void kept.delete(id),
  };
};

/** Where nobody is to be told anything outside: whoever tries fails. */
export const noOutbound: Outbound = {
  post: async ({ url }) => {
    throw new Error(`nothing is to be sent to ${url}`);
  },
  mail: async ({ to }) => {
    throw new Error(`nobody is to write to ${to}`);
  },
};

/** Where nothing was given up. */
export const noDeadLetters: Cell['deadLetters'] = {
  look: async () => ({ count: 0, letters: [] }),
  redrive: async () => ({ putBack: 0, needless: 0, left: 0 }),
};

/** A cell on the in-memory store, with a clock that stands still until it is set. */
export const createTestCell = ({ city = '630100', now = '2026-07-15T00:00:00.000Z', newId = countedIds() } = {}) => {
  let time: Instant = now;
  let calls = 0;
  const store = createMemoryStore({ now: () => 0 });
  const published: Dispatch[] = [];
  const sent: OutboundRequest[] = [];
  const mails: OutboundMail[] = [];
  const silent = () => undefined;
  const cell: Cell = {
    city,
    dutyRoom: { name: `Duty room of ${city}`, telephone: '000-0000-0000' },
    staleAfterDays: 180,
    store,
    files: createMemoryFileStore(),
    clock: { now: () => time },
    newId,
    newSecret: () => newId().replaceAll('-', '').padEnd(43, 'S'),
    signer: testSigner(city),
    verifier: testVerifier,
    publisher: {
      publish: async (dispatches) => {
        published.push(...dispatches);
      },
    },
    rowQueues: [],
    deadLetters: noDeadLetters,
    courier: { deliver: async (_to, dispatch) => void published.push(dispatch) },
    authenticate: async (authorization) => {
      const signIn = authorization?.replace(/^Bearer /, '');
      return signIn?.includes('@') ? testPerson(signIn) : undefined;
    },
    secrets: memorySecrets(),
    outbound: {
      post: async (request) => {
        sent.push(request);
        return { status: 200, body: '{"errcode":0}' };
      },
      mail: async (mail) => void mails.push(mail),
    },
    log: { debug: silent, info: silent, warn: silent, error: silent },
    pause: async () => undefined,
  };
  const call = async (handler: unknown, contract: RouteContract, request: TestCall = {}): Promise<TestAnswer> => {
    calls += 1;
    const path = contract.path.replace(/\{(\w+)\}/g, (_, name: string) => request.params?.[name] ?? '');
    const event = {
      version: '2.0',
      routeKey: routeKey(contract),
      rawPath: path,
      rawQueryString: new URLSearchParams(request.query).toString(),
      headers: {
        'content-type': request.file?.mediaType ?? 'application/json',
        ...(request.as === undefined ? {} : { authorization: `Bearer ${request.as}` }),
        ...(contract.method === 'POST' ? { 'idempotency-key': `test-${calls}` } : {}),
        ...request.headers,
      },
      queryStringParameters: request.query,
      pathParameters: request.params,
      requestContext: { requestId: `request-${calls}`, http: { method: contract.method, path } },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      ...(request.file === undefined ? {} : { body: Buffer.from(request.file.bytes).toString('base64') }),
      isBase64Encoded: request.file !== undefined,
    };
    const result = await (handler as HttpHandler)(event as never, {} as Context);
    return {
      status: result.statusCode ?? 0,
      headers: (result.headers ?? {}) as Record<string, string>,
      body: result.isBase64Encoded ? result.body : JSON.parse(result.body ?? 'null'),
    };
  };
  return {
    cell,
    store,
    published,
    /** What left the city for systems that are no cells. */
    sent,
    mails,
    call,
    now: () => time,
    setTime: (instant: Instant) => {
      time = instant;
    },
  };
};
