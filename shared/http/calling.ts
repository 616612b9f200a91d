import { v7 } from 'uuid';
import type * as z from 'zod';
import type { Language } from '../domain/kernel/text.ts';
import type { RouteContract } from './route.ts';

type Declared<S extends z.ZodType> = unknown extends z.input<S> ? false : true;

/** One part of a request: absent where the contract has none, optional where everything in it is. */
type Part<Name extends string, S extends z.ZodType> =
  Declared<S> extends false
    ? { readonly [N in Name]?: undefined }
    : Record<never, never> extends z.input<S>
      ? { readonly [N in Name]?: z.input<S> }
      : { readonly [N in Name]: z.input<S> };

/** What a contract asks for, and the headers that go with it. */
export type CallInput<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> = Part<'params', P> &
  Part<'query', Q> &
  Part<'body', B> & {
    /** The ETag that was read, e.g. `"3"`. */
    readonly ifMatch?: string;
    /** Of a POST: a repeat with the same key gets the same answer and has no further effect. A fresh one unless given. */
    readonly idempotencyKey?: string;
    readonly document?: SentDocument;
  };

/** A file that is sent as it is, in place of JSON, to a route that takes files. */
export interface SentDocument {
  readonly mediaType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What was answered when all went well. */
export interface Answered<T> {
  readonly status: number;
  readonly body: T;
  /** Version of what was answered, to be sent as `ifMatch`. */
  readonly etag?: string;
}

/** A call with its types forgotten. */
export interface Call {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly ifMatch?: string;
  readonly idempotencyKey?: string;
  readonly document?: SentDocument;
}

/** What calling a route takes of its contract; its schemas are the API's own. */
type Callable = Pick<RouteContract, 'method' | 'path'> & {
  readonly success: Pick<RouteContract['success'], 'contentType'>;
};

const entriesOf = (part: unknown): [string, string][] =>
  Object.entries((part ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );

const urlOf = (baseUrl: string, { path }: Callable, { params, query }: Call): string => {
  const values = new Map(entriesOf(params));
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values.get(name) ?? ''));
  const search = new URLSearchParams(entriesOf(query)).toString();
  return `${baseUrl}${filled}${search === '' ? '' : `?${search}`}`;
};

const headersOf = (
  { method, success }: Callable,
  call: Call,
  authorization: string | undefined,
  language: Language | undefined,
): Record<string, string> => ({
  accept: success.contentType === undefined ? 'application/json, application/problem+json' : '*/*',
  ...(language === undefined ? {} : { 'accept-language': language }),
  ...(authorization === undefined ? {} : { authorization }),
  ...(call.document === undefined ? {} : { 'content-type': call.document.mediaType }),
  ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(call.ifMatch === undefined ? {} : { 'if-match': call.ifMatch }),
  ...(method === 'POST' ? { 'idempotency-key': call.idempotencyKey ?? v7() } : {}),
});

/** Who calls, and where. */
export interface Caller {
  readonly baseUrl: string;
  readonly authorization?: string | undefined;
  readonly language?: Language | undefined;
}

/** @returns the HTTP request that a call of a route is. */
export const requestOf = (
  contract: Callable,
  call: Call,
  { baseUrl, authorization, language }: Caller,
): readonly [
  url: string,
  init: { method: string; headers: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> },
] => [
  urlOf(baseUrl, contract, call),
  {
    method: contract.method,
    headers: headersOf(contract, call, authorization, language),
    ...(call.document === undefined ? {} : { body: call.document.bytes }),
    ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  },
];

/** @returns the text as JSON; `undefined` when it is none. */
export const parsedJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
