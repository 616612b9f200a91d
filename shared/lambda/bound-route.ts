import type * as z from 'zod';
import type { IdempotencyRequest } from '../data/idempotency.ts';
import type { Actor } from '../domain/kernel/actor.ts';
import type { Language } from '../domain/kernel/text.ts';
import type { Person } from '../http/person.ts';
import type { RouteContract } from '../http/route.ts';

/** A file as the caller sent it. */
export interface ReceivedFile {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What a route's implementation gets: everything parsed, authenticated and allowed. */
export interface RouteInput<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** What came in place of a body in JSON, where the contract takes files. */
  readonly file?: ReceivedFile;
  /** Nobody on public routes. */
  readonly person: Person;
  /** The same person as the ledger names them. */
  readonly actor: Actor;
  readonly ifMatch?: number;
  /** On every POST. */
  readonly idempotency?: IdempotencyRequest;
  readonly language: Language;
}

/** What it answers with: the body the contract promises, and the version where the thing has one. */
export interface RouteOutput<R> {
  readonly body: R;
  readonly version?: number;
  /** For bodies that are not JSON: the text or bytes as they are, and headers besides. */
  readonly raw?: {
    readonly contentType: string;
    readonly bytes: Uint8Array;
    /** 0: nobody is to keep it. */
    readonly cacheSeconds: number;
    /** As what it is saved. */
    readonly fileName?: string;
    readonly headers?: Readonly<Record<string, string>>;
  };
  /** An answer from the idempotency store, given as it was stored. */
  readonly stored?: { readonly status: number; readonly etag?: string };
}

/** A contract with its implementation, types forgotten; see {@link implement}. */
export interface BoundRoute {
  readonly contract: RouteContract;
  run(input: RouteInput<unknown, unknown, unknown>): Promise<RouteOutput<unknown>>;
}

/** Binds an implementation to a contract, so that input and output are exactly the contract's types. */
export const implement = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  contract: RouteContract<P, Q, B, R>,
  run: (input: RouteInput<z.infer<P>, z.infer<Q>, z.infer<B>>) => Promise<RouteOutput<z.infer<R>>>,
): BoundRoute => ({
  contract,
  run: (input) => run(input as RouteInput<z.infer<P>, z.infer<Q>, z.infer<B>>),
});
