import { useSearchParams } from 'react-router';

/** Filters of a list as they stand in its address, so that a view can be kept and sent on. */
export interface ListFilters {
  readonly chosen: <V extends string>(name: string, allowed: readonly V[]) => V | undefined;
  readonly set: (name: string, value: string | undefined) => void;
}

/** @returns the filters; a value that is none of those allowed counts as none. */
export const useListFilters = (): ListFilters => {
  const [search, setSearch] = useSearchParams();
  return {
    chosen: (name, allowed) => allowed.find((value) => value === search.get(name)),
    set: (name, value) => {
      const next = new URLSearchParams(search);
      if (value === undefined) next.delete(name);
      else next.set(name, value);
      setSearch(next);
    },
  };
};
