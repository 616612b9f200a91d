import type * as z from 'zod';
import type { Text } from '../domain/kernel/text.ts';
import type { Role } from './roles.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * Who may call a route: signed-in people of these roles in the cell's own city, a duty phone that a task's link has signed in
 * (for that task only), or anyone at all.
 */
export type Access = readonly Role[] | 'task-link' | 'public';

/**
 * One route of a cell's HTTP API, written once. The gateway routes of the stack and of the embedded runtime, validation,
 * OpenAPI, the role matrix and the typed client are all derived from it.
 */
export interface RouteContract<
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  R extends z.ZodType = z.ZodType,
> {
  /** camelCase, unique in the API, e.g. `placeRequest`. */
  readonly operationId: string;
  readonly method: Method;
  /** With `{parameters}` as API Gateway writes them, e.g. `/v1/requests/{requestId}/placement`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: Text;
  readonly access: Access;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Media types of files that may come as the body, as they are, in place of JSON; and how large, bytes. */
  readonly file?: { readonly mediaTypes: readonly string[]; readonly maximumBytes: number };
  /** Status of success and the schema of its body: JSON unless another content type is named. */
  readonly success: { readonly status: 200 | 201 | 202; readonly body: R; readonly contentType?: string };
  /** `required`: a change must name the version it was decided on (428 without, 412 when stale); `optional`: checked when sent. */
  readonly ifMatch?: 'required' | 'optional';
}

/** Keeps the exact schema types of a contract while checking its shape. */
export const route = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  contract: RouteContract<P, Q, B, R>,
): RouteContract<P, Q, B, R> => contract;

/** @returns whether the gateway lets anyone through: what only the function can check, and what nobody needs to. */
export const isOpenAtGateway = ({ access }: Pick<RouteContract, 'access'>): boolean =>
  access === 'public' || access === 'task-link';

/** @returns whether the contract lets people of a role in; links and the public are not people of any. */
export const admits = ({ access }: Pick<RouteContract, 'access'>, role: Role): boolean =>
  typeof access !== 'string' && access.includes(role);

/** @returns the key API Gateway v2 puts in `event.routeKey`, e.g. `POST /v1/requests/{requestId}/placement`. */
export const routeKey = (contract: Pick<RouteContract, 'method' | 'path'>): string =>
  `${contract.method} ${contract.path}`;
