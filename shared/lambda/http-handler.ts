import { createHash } from 'node:crypto';
import middy from '@middy/core';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { digestOf } from '../exchange/canonical.ts';
import { languageOf } from '../http/language.ts';
import type { Person } from '../http/person.ts';
import { problems } from '../http/problems.ts';
import { type RouteContract, routeKey } from '../http/route.ts';
import { MAXIMUM_BODY_BYTES, parsePart } from '../http/validation.ts';
import { answersProblems } from './answers-problems.ts';
import type { BoundRoute, ReceivedFile, RouteInput, RouteOutput } from './bound-route.ts';
import type { Cell } from './cell.ts';

type Event = APIGatewayProxyEventV2;
type Result = APIGatewayProxyStructuredResultV2;

/** What every HTTP function needs of its cell, whatever its routes need besides. */
export type HttpCell = Pick<Cell, 'city' | 'authenticate' | 'log'>;

const NOBODY: Person = { id: 'nobody', name: 'nobody', city: '100000', roles: [] };

/** What an HTTP function may do besides its routes. */
export interface HttpOptions {
  /** What is thrown for requests that no route matches; a plain 404 unless given. */
  readonly unmatched?: (event: Event) => Error;
  /** Who comes with a task's link, for routes that such links open; nobody unless given. */
  readonly phoneOf?: (contract: RouteContract, event: Event) => Promise<Person | undefined>;
}

/**
 * Makes the handler of an HTTP function (payload format 2.0): authentication, role check, parsing of path, query and body,
 * idempotency key, version, answer; errors as problem+json.
 * @param routes the function's routes; the gateway names the one that matched in `routeKey`.
 */
export const createHttpHandler = (
  cell: HttpCell,
  routes: readonly BoundRoute[],
  { unmatched = problems.noSuchRoute, phoneOf = async () => undefined }: HttpOptions = {},
): ((event: Event, context: Context) => Promise<Result>) => {
  const byKey = new Map(routes.map((route) => [routeKey(route.contract), route]));
  return middy<Event, Result>()
    .use(answersProblems(cell.log))
    .handler(async (event) => {
      const route = byKey.get(keyOf(event));
      if (!route) throw otherMethod(event, routes) ?? unmatched(event);
      const person = await allowed(cell, route.contract, event, phoneOf);
      return answer(route.contract, await route.run(inputOf(route.contract, event, person)));
    }) as (event: Event, context: Context) => Promise<Result>;
};

/** The contract's key; the gateway leaves the method open where a path has several. */
const keyOf = ({ routeKey: key, requestContext }: Event): string =>
  key.replace(/^ANY /, `${requestContext.http.method} `);

/** @returns what is thrown for a method that the path does not have, if the path is one of these routes'. */
const otherMethod = ({ routeKey: key }: Event, routes: readonly BoundRoute[]): Error | undefined => {
  const methods = routes
    .filter(({ contract }) => key === `ANY ${contract.path}`)
    .map(({ contract }) => contract.method);
  return methods.length === 0 ? undefined : problems.methodNotAllowed(methods.toSorted());
};

const allowed = async (
  cell: HttpCell,
  contract: RouteContract,
  event: Event,
  phoneOf: NonNullable<HttpOptions['phoneOf']>,
): Promise<Person> => {
  const { access } = contract;
  if (access === 'public') return NOBODY;
  if (access === 'task-link') {
    const phone = await phoneOf(contract, event);
    if (!phone) throw problems.notSignedIn();
    return phone;
  }
  const person = await cell.authenticate(event.headers.authorization);
  if (!person || person.city !== cell.city) throw problems.notSignedIn();
  if (!access.some((role) => person.roles.includes(role))) throw problems.roleNotAllowed();
  return person;
};

const inputOf = (contract: RouteContract, event: Event, person: Person): RouteInput<unknown, unknown, unknown> => {
  const file = fileOf(contract, event);
  const body = file ? undefined : contract.body && parsePart(contract.body, jsonBody(event, contract), '');
  const ifMatch = versionOf(contract, event);
  const idempotency =
    contract.method === 'POST' ? idempotencyOf(event, person, file ? digestOfBytes(file.bytes) : body) : undefined;
  return {
    params: contract.params && parsePart(contract.params, event.pathParameters ?? {}, '/path'),
    query: contract.query && parsePart(contract.query, event.queryStringParameters ?? {}, '/query'),
    body,
    ...(file === undefined ? {} : { file }),
    person,
    actor: { kind: 'person', id: person.id, name: person.name, roles: person.roles, city: person.city },
    ...(ifMatch === undefined ? {} : { ifMatch }),
    ...(idempotency === undefined ? {} : { idempotency }),
    language: languageOf(event.headers['accept-language']),
  };
};

const bodyBytes = (event: Event, maximumBytes: number): Buffer => {
  const bytes = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  if (bytes.byteLength > maximumBytes) throw problems.tooLarge(maximumBytes);
  return bytes;
};

/** @returns the file that came as the body, or `undefined` when the body says that it is none that the contract takes. */
const fileOf = ({ file }: RouteContract, event: Event): ReceivedFile | undefined => {
  const [mediaType = ''] = (event.headers['content-type'] ?? '').toLowerCase().split(';');
  if (!file?.mediaTypes.includes(mediaType.trim())) return undefined;
  return { mediaType: mediaType.trim(), bytes: bodyBytes(event, file.maximumBytes) };
};

const jsonBody = (event: Event, { file }: RouteContract): unknown => {
  const bytes = bodyBytes(event, MAXIMUM_BODY_BYTES);
  if (!/^application\/(json|[\w.+-]+\+json)\b/i.test(event.headers['content-type'] ?? ''))
    throw problems.notTaken(['application/json', ...(file?.mediaTypes ?? [])]);
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw problems.malformedJson();
  }
};

const versionOf = ({ ifMatch }: RouteContract, event: Event): number | undefined => {
  const header = event.headers['if-match'];
  if (ifMatch === undefined) return undefined;
  if (header === undefined) {
    if (ifMatch === 'required') throw problems.versionRequired();
    return undefined;
  }
  const version = /^"(\d+)"$/.exec(header.trim())?.[1];
  if (version === undefined) throw problems.malformedVersion();
  return Number(version);
};

const idempotencyOf = (event: Event, person: Person, body: unknown) => {
  const key = event.headers['idempotency-key'];
  if (!key || !/^[\x21-\x7e]{1,200}$/.test(key)) throw problems.idempotencyKeyMissing();
  const fingerprint = digestOf({ method: event.requestContext.http.method, path: event.rawPath, body: body ?? null });
  return { personId: person.id, key, fingerprint };
};

const digestOfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url');

const rawAnswer = ({
  contentType,
  bytes,
  cacheSeconds,
  fileName,
  headers,
}: NonNullable<RouteOutput<unknown>['raw']>): Result => ({
  statusCode: 200,
  headers: {
    ...headers,
    'content-type': contentType,
    'cache-control': cacheSeconds === 0 ? 'no-store' : `public, max-age=${cacheSeconds}`,
    ...(fileName === undefined
      ? {}
      : { 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}` }),
  },
  isBase64Encoded: true,
  body: Buffer.from(bytes).toString('base64'),
});

const answer = ({ success }: RouteContract, { body, version, stored, raw }: RouteOutput<unknown>): Result => {
  if (raw) return rawAnswer(raw);
  const etag = stored?.etag ?? (version === undefined ? undefined : `"${version}"`);
  return {
    statusCode: stored?.status ?? success.status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...(etag === undefined ? {} : { etag }),
    },
    body: JSON.stringify(body),
  };
};
