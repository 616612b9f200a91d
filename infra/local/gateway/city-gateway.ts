import type { JWTPayload } from 'jose';
import { bearerToken } from '../../../shared/lambda/authenticator.ts';
import type { Cell } from '../../../shared/lambda/cell.ts';
import type { LambdaFunction } from '../city/lambda-function.ts';
import { type Answer, BodyTooLarge, message, readBody } from './answer.ts';
import { type AllowedOrigins, preflight, readableBy } from './cors.ts';
import { type HttpRequest, httpEvent } from './http-event.ts';
import { answerOf } from './http-result.ts';
import type { Match, RouteTable } from './route-table.ts';
import type { TokenBucket } from './token-bucket.ts';

/** Limits of HTTP APIs and of Lambda: bytes of a request, bytes of an event or result, milliseconds until an answer. */
const MAXIMUM_REQUEST_BYTES = 10 * 1024 * 1024;
const MAXIMUM_PAYLOAD_BYTES = 6 * 1024 * 1024;
const INTEGRATION_TIMEOUT_MS = 30_000;

export interface CityGatewayOptions {
  readonly routes: RouteTable;
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  readonly throttle: TokenBucket;
  /** @returns the claims of an access token for this city, or `undefined` when it is no good. */
  readonly verify: (token: string) => Promise<JWTPayload | undefined>;
  readonly log: Cell['log'];
  /** Whose pages may call it; nobody else's. */
  readonly origins?: AllowedOrigins;
  /** See {@link INTEGRATION_TIMEOUT_MS}. */
  readonly timeoutMs?: number;
}

const UNAUTHORIZED = (challenge: string): Answer => message(401, 'Unauthorized', { 'www-authenticate': challenge });

const INTERNAL_ERROR = message(500, 'Internal Server Error');

/** A city's HTTP API, as API Gateway runs it: route, throttle, authorizer, integration, each with its limits and its errors. */
export class CityGateway {
  private readonly options: CityGatewayOptions;

  constructor(options: CityGatewayOptions) {
    this.options = options;
  }

  async answer(request: HttpRequest): Promise<Answer> {
    const { origins = [] } = this.options;
    const { message: asked } = request;
    return preflight(asked, origins) ?? readableBy(asked, origins, await this.answerCaller(request));
  }

  private async answerCaller(request: HttpRequest): Promise<Answer> {
    const { routes, throttle, log } = this.options;
    const match = routes.find(request.message.method ?? 'GET', request.path);
    if (!match) return message(404, 'Not Found');
    if (!throttle.take()) return message(429, 'Too Many Requests');
    try {
      const claims = await this.authorize(request, match);
      if ('status' in claims) return claims;
      const body = await readBody(request.message, MAXIMUM_REQUEST_BYTES);
      return await this.integrate(match, httpEvent(request, match, body, claims.payload));
    } catch (error) {
      if (error instanceof BodyTooLarge) return message(413, 'Request Entity Too Large');
      log.error(`${match.functionName} failed`, { routeKey: match.routeKey, error: error as Error });
      return INTERNAL_ERROR;
    }
  }

  private async authorize(request: HttpRequest, match: Match): Promise<Answer | { payload?: JWTPayload }> {
    if (match.isPublic) return {};
    const { authorization } = request.message.headers;
    if (authorization === undefined) return UNAUTHORIZED('Bearer');
    const token = bearerToken(authorization);
    const payload = token === undefined ? undefined : await this.options.verify(token);
    return payload ? { payload } : UNAUTHORIZED('Bearer scope="" error="invalid_token"');
  }

  private async integrate(match: Match, event: ReturnType<typeof httpEvent>): Promise<Answer> {
    const { functions, timeoutMs = INTEGRATION_TIMEOUT_MS } = this.options;
    if (Buffer.byteLength(event.body ?? '') > MAXIMUM_PAYLOAD_BYTES) throw new BodyTooLarge();
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, timeoutMs, undefined).unref();
    });
    try {
      const result = await Promise.race([
        functions
          .get(match.functionName)
          ?.invoke(event)
          .then((value) => ({ value })),
        patience,
      ]);
      if (!result) return message(503, 'Service Unavailable');
      return this.delivered(match, result.value);
    } finally {
      clearTimeout(timer);
    }
  }

  private delivered(match: Match, result: unknown): Answer {
    const answer = answerOf(result);
    const size = Buffer.byteLength(answer?.body ?? '');
    if (answer && size <= MAXIMUM_PAYLOAD_BYTES) return answer;
    this.options.log.error(`${match.functionName} answered what cannot be passed on`, {
      routeKey: match.routeKey,
      size,
    });
    return INTERNAL_ERROR;
  }
}
