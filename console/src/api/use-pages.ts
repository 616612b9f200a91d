import { useInfiniteQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { RouteContract } from '../../../shared/http/route.ts';
import { useDesk } from './use-api.ts';
import { callLoosely, type ReadInput, readKey } from './use-read.ts';

/** A list that the API gives in pages. */
export interface Pages<T> {
  readonly items: readonly T[];
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly isLoadingMore: boolean;
  readonly loadMore: () => void;
  readonly again: () => void;
}

type PageSchema<T> = z.ZodType<{ readonly items: readonly T[]; readonly nextCursor?: string | undefined }>;

/**
 * Reads a list page by page, as far as it is wanted.
 * @param input filters; the cursor is seen to here.
 * @param enabled false while it is not wanted, or not allowed.
 */
export const usePages = <P extends z.ZodType, Q extends z.ZodType, T>(
  contract: RouteContract<P, Q, z.ZodType<unknown>, PageSchema<T>>,
  input: ReadInput<P, Q>,
  enabled = true,
): Pages<T> => {
  const { api, city } = useDesk();
  const { query: filters, ...rest } = input as { readonly query?: object };
  const pages = useInfiniteQuery({
    // Apart from what one page of it, read by itself, is kept under: the two are not of one shape.
    queryKey: [...readKey(city.code, contract, input), 'pages'],
    queryFn: async ({ pageParam: cursor }) =>
      (
        await callLoosely<z.output<PageSchema<T>>>(api, contract, {
          ...rest,
          query: { ...filters, ...(cursor === undefined ? {} : { cursor }) },
        })
      ).body,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled,
  });
  return {
    items: pages.data?.pages.flatMap(({ items }) => items) ?? [],
    isPending: pages.isPending,
    error: pages.error,
    hasMore: pages.hasNextPage,
    isLoadingMore: pages.isFetchingNextPage,
    loadMore: () => void pages.fetchNextPage(),
    again: () => void pages.refetch(),
  };
};
