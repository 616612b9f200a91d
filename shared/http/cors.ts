import type { Method } from './route.ts';

/** What pages of other origins may do, where an origin is let in at all: the same at API Gateway and in the embedded runtime. */
export const CORS = {
  methods: ['GET', 'POST', 'PUT', 'DELETE'] satisfies readonly Method[],
  /** All that callers send besides what browsers always may. */
  requestHeaders: ['authorization', 'content-type', 'if-match', 'idempotency-key', 'accept-language'],
  /** All that answers say in headers and a page must read. */
  responseHeaders: ['etag', 'content-disposition', 'www-authenticate', 'allow'],
  /** For how long a browser need not ask again, seconds. */
  maxAgeSeconds: 3600,
} as const;
