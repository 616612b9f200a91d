import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { type Match, RouteTable } from '../../infra/local/gateway/route-table.ts';
import type { Person } from '../../shared/http/person.ts';
import type { Method } from '../../shared/http/route.ts';
import type { DeployedFunction, Host } from './host.ts';
import { tokenOf } from './people.ts';

/** One HTTP request by a person. */
export interface Call {
  readonly person: Person;
  readonly method: Method;
  /** Path with its query, e.g. `/v1/requests?limit=5`. */
  readonly path: string;
  readonly body?: unknown;
  readonly ifMatch?: string;
  readonly idempotencyKey?: string;
}

export interface Answer {
  readonly status: number;
  readonly etag: string | undefined;
  /** Parsed JSON. */
  readonly body: unknown;
}

const tables = new WeakMap<readonly DeployedFunction[], RouteTable>();

const tableOf = (functions: readonly DeployedFunction[]): RouteTable => {
  const table = tables.get(functions) ?? new RouteTable(functions.map(({ definition }) => definition));
  tables.set(functions, table);
  return table;
};

const eventOf = (call: Call, target: Match, requestId: string, at: number): APIGatewayProxyEventV2 => {
  const [path = '', query = ''] = call.path.split('?');
  const { method, person, ifMatch, idempotencyKey, body } = call;
  return {
    version: '2.0',
    routeKey: target.routeKey,
    rawPath: path,
    rawQueryString: query,
    headers: {
      authorization: tokenOf(person),
      'content-type': 'application/json',
      ...(ifMatch && { 'if-match': ifMatch }),
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    },
    queryStringParameters: Object.fromEntries(new URLSearchParams(query)),
    pathParameters: { ...target.pathParameters },
    requestContext: {
      accountId: '000000000000',
      apiId: person.city,
      domainName: 'simulation',
      domainPrefix: 'simulation',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'simulation' },
      requestId,
      routeKey: target.routeKey,
      stage: '$default',
      time: new Date(at).toISOString(),
      timeEpoch: at,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    isBase64Encoded: false,
  };
};

/**
 * Calls a city's API as API Gateway would, in the weather there is.
 * @returns the answer, or nothing when none reached the caller: then nobody knows whether the call was heeded.
 */
export const call = async (host: Host, request: Call): Promise<Answer | undefined> => {
  const { time, random, weather, trace, city, functions } = host;
  const [path = ''] = request.path.split('?');
  const target = tableOf(functions).find(request.method, path);
  if (!target) throw new RangeError(`no route for ${request.method} ${path}`);
  const outcome = await host.invoke(target.functionName, eventOf(request, target, random.hex(16), time.now()));
  const line = `${request.person.id} ${request.method} ${request.path}`;
  if (!outcome.ok || random.chance(weather().lostAnswer)) {
    trace.note(city, `${line} gets no answer`);
    return undefined;
  }
  const { statusCode = 200, headers, body } = outcome.result as APIGatewayProxyStructuredResultV2;
  trace.note(city, `${line} → ${statusCode} ${body ?? ''}`);
  return { status: statusCode, etag: headers?.etag as string | undefined, body: JSON.parse(body || 'null') };
};
