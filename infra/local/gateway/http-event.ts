import type { IncomingMessage } from 'node:http';
import type { APIGatewayProxyEventV2, APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import type { JWTPayload } from 'jose';
import type { Match } from './route-table.ts';

export interface HttpRequest {
  readonly city: string;
  readonly requestId: string;
  readonly message: IncomingMessage;
  /** Below the city, still percent-encoded. */
  readonly path: string;
  /** Without the question mark, still percent-encoded. */
  readonly query: string;
}

/** Content types whose bodies API Gateway hands over as text; all others go base64-encoded. */
const TEXTUAL = /^(text\/|application\/(json|javascript|xml)\s*(;|$))/i;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** @returns the moment as API Gateway writes it: `24/Nov/2026:10:29:05 +0000`. */
const clfTime = (now: Date): string => {
  const [date = '', time = ''] = now.toISOString().split('T');
  const [year, month, day] = date.split('-');
  return `${day}/${MONTHS[Number(month) - 1]}/${year}:${time.slice(0, 8)} +0000`;
};

const decodedPath = (path: string): string => {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};

/** Names in lower case, repeated headers joined by commas; cookies have a list of their own. */
const headersOf = ({ headers }: IncomingMessage): Record<string, string> => {
  const entries = Object.entries(headers).filter(([name, value]) => name !== 'cookie' && value !== undefined);
  return Object.fromEntries(entries.map(([name, value]) => [name, [value].flat().join(',')]));
};

const queryOf = (query: string): Record<string, string> | undefined => {
  const parameters = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) {
    const before = parameters.get(name);
    parameters.set(name, before === undefined ? value : `${before},${value}`);
  }
  return parameters.size === 0 ? undefined : Object.fromEntries(parameters);
};

/** The authorizer's claims are all text: lists become `[a b]`. */
const claimsOf = (claims: JWTPayload): Record<string, string> =>
  Object.fromEntries(
    Object.entries(claims).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.join(' ')}]` : typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  );

const contextOf = (
  { city, requestId, message: { method = 'GET', socket, headers, httpVersion }, path }: HttpRequest,
  routeKey: string,
): APIGatewayProxyEventV2['requestContext'] => {
  const now = new Date();
  return {
    accountId: 'anonymous',
    apiId: city,
    domainName: headers.host ?? '',
    domainPrefix: city,
    http: {
      method,
      path: decodedPath(path),
      protocol: `HTTP/${httpVersion}`,
      sourceIp: socket.remoteAddress ?? '',
      userAgent: headers['user-agent'] ?? '',
    },
    requestId,
    routeKey,
    stage: '$default',
    time: clfTime(now),
    timeEpoch: now.getTime(),
  };
};

/**
 * @returns the event an HTTP API of API Gateway makes of a request, payload format 2.0. The path comes decoded, the query
 * string as it was sent.
 */
export const httpEvent = (
  request: HttpRequest,
  match: Match,
  body: Buffer,
  claims: JWTPayload | undefined,
): APIGatewayProxyEventV2 | APIGatewayProxyEventV2WithJWTAuthorizer => {
  const headers = headersOf(request.message);
  const cookies = request.message.headers.cookie?.split(/; */);
  const parameters = queryOf(request.query);
  const isBase64Encoded = body.byteLength > 0 && !TEXTUAL.test(headers['content-type'] ?? '');
  const context = contextOf(request, match.routeKey);
  return {
    version: '2.0',
    routeKey: match.routeKey,
    rawPath: decodedPath(request.path),
    rawQueryString: request.query,
    ...(cookies && { cookies }),
    headers,
    ...(parameters && { queryStringParameters: parameters }),
    ...(Object.keys(match.pathParameters).length > 0 && { pathParameters: match.pathParameters }),
    requestContext: claims
      ? { ...context, authorizer: { jwt: { claims: claimsOf(claims), scopes: scopesOf(claims) } } }
      : context,
    ...(body.byteLength > 0 && { body: body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
  } as APIGatewayProxyEventV2 | APIGatewayProxyEventV2WithJWTAuthorizer;
};

const scopesOf = ({ scope }: JWTPayload): string[] => (typeof scope === 'string' ? scope.split(' ') : []);
