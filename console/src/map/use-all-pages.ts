import { useEffect } from 'react';
import type { Pages } from '../api/use-pages.ts';

/** Has every page of a list fetched, one after the other. @returns what has come so far. */
export const useAllPages = <T>({ items, hasMore, isLoadingMore, loadMore }: Pages<T>): readonly T[] => {
  useEffect(() => {
    if (hasMore && !isLoadingMore) loadMore();
  }, [hasMore, isLoadingMore, loadMore]);
  return items;
};
