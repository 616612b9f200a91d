import type { IncomingMessage } from 'node:http';
import { CORS } from '../../../shared/http/cors.ts';
import type { Answer } from './answer.ts';

/** Origins whose pages may call the API. */
export type AllowedOrigins = readonly string[];

const allowed = ({ headers }: IncomingMessage, origins: AllowedOrigins): string | undefined =>
  origins.find((origin) => origin === headers.origin);

/** @returns the answer to a browser that asks whether a page may call; `undefined` when that is not the question. */
export const preflight = (request: IncomingMessage, origins: AllowedOrigins): Answer | undefined => {
  const { method, headers } = request;
  // Without any origin let in, API Gateway leaves the question to the routes.
  if (origins.length === 0 || method !== 'OPTIONS' || headers.origin === undefined) return undefined;
  if (headers['access-control-request-method'] === undefined) return undefined;
  const origin = allowed(request, origins);
  if (origin === undefined) return { status: 204 };
  return {
    status: 204,
    headers: {
      'access-control-allow-origin': origin,
      'access-control-allow-methods': CORS.methods.join(','),
      'access-control-allow-headers': CORS.requestHeaders.join(','),
      'access-control-max-age': String(CORS.maxAgeSeconds),
      vary: 'origin',
    },
  };
};

/** @returns the answer as a page of that origin may read it, if it may; errors of the gateway too. */
export const readableBy = (request: IncomingMessage, origins: AllowedOrigins, answer: Answer): Answer => {
  const origin = allowed(request, origins);
  if (origin === undefined) return answer;
  return {
    ...answer,
    headers: {
      ...answer.headers,
      'access-control-allow-origin': origin,
      'access-control-expose-headers': CORS.responseHeaders.join(','),
      vary: 'origin',
    },
  };
};
