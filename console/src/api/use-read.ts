import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { Answered, CallInput } from '../../../shared/http/calling.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import type { Change } from '../live/changes.ts';
import { type Desk, useDesk } from './use-api.ts';

/** What reading a route takes. */
export type ReadInput<P extends z.ZodType, Q extends z.ZodType> = Omit<
  CallInput<P, Q, z.ZodType<unknown>>,
  'body' | 'ifMatch' | 'idempotencyKey'
>;

/** Calls a route whose input was checked where it was written; here its types are forgotten. */
export const callLoosely = <R>(api: Desk['api'], contract: unknown, input: unknown): Promise<Answered<R>> =>
  (api.call as (contract: unknown, input: unknown) => Promise<Answered<R>>)(contract, input);

/** @returns the key under which what a route answered is kept; everything of a city can be forgotten by its first part. */
export const readKey = (city: string, contract: Pick<RouteContract, 'operationId'>, input: unknown) =>
  [city, contract.operationId, input] as const;

/**
 * Reads a route, and keeps what it answered; it is read anew whenever something changes in the city.
 * @param enabled false while it is not wanted, or not allowed.
 * @param follows the kinds of aggregate whose changes matter to it; without them, all.
 */
export const useRead = <P extends z.ZodType, Q extends z.ZodType, R extends z.ZodType>(
  contract: RouteContract<P, Q, z.ZodType<unknown>, R>,
  input: ReadInput<P, Q>,
  enabled = true,
  follows?: readonly Change['kind'][],
): UseQueryResult<Answered<z.output<R>>> => {
  const { api, city } = useDesk();
  return useQuery({
    queryKey: readKey(city.code, contract, input),
    queryFn: () => callLoosely<z.output<R>>(api, contract, input),
    enabled,
    ...(follows === undefined ? {} : { meta: { follows } }),
  });
};
