import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { Answered, CallInput } from '../../../shared/http/calling.ts';
import type { RouteContract } from '../../../shared/http/route.ts';
import { useDesk } from './use-api.ts';

/**
 * Reads a route, and keeps what it answered until something changes there.
 * @param enabled false while it is not wanted, or not allowed.
 */
export const useRead = <P extends z.ZodType, Q extends z.ZodType, R extends z.ZodType>(
  contract: RouteContract<P, Q, z.ZodType<unknown>, R>,
  input: Omit<CallInput<P, Q, z.ZodType<unknown>>, 'body' | 'ifMatch' | 'idempotencyKey'>,
  enabled = true,
): UseQueryResult<Answered<z.output<R>>> => {
  const { api, city } = useDesk();
  return useQuery({
    queryKey: [city.code, contract.operationId, input],
    queryFn: () =>
      (api.call as (contract: RouteContract, input: unknown) => Promise<Answered<z.output<R>>>)(
        contract as unknown as RouteContract,
        input,
      ),
    enabled,
  });
};
