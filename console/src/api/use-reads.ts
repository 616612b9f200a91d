import { useQueries } from '@tanstack/react-query';
import type * as z from 'zod';
import type { RouteContract } from '../../../shared/http/route.ts';
import { useDesk } from './use-api.ts';
import { callLoosely, type ReadInput, readKey } from './use-read.ts';

/** @returns what a route answered to each of several inputs, as far as it has; each is kept as `useRead` keeps it. */
export const useReads = <P extends z.ZodType, Q extends z.ZodType, R extends z.ZodType>(
  contract: RouteContract<P, Q, z.ZodType<unknown>, R>,
  inputs: readonly ReadInput<P, Q>[],
): readonly z.output<R>[] => {
  const { api, city } = useDesk();
  return useQueries({
    queries: inputs.map((input) => ({
      queryKey: readKey(city.code, contract, input),
      queryFn: () => callLoosely<z.output<R>>(api, contract, input),
    })),
    combine: (results) => results.map(({ data }) => data?.body).filter((body) => body !== undefined),
  });
};
