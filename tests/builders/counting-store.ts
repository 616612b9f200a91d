import type { Store } from '../../shared/data/store.ts';

/** @returns the store, and the names of the round trips that were made to it since. */
export const countingStore = <S extends Store>(store: S): { readonly store: S; readonly trips: readonly string[] } => {
  const trips: string[] = [];
  const counting = Object.fromEntries(
    (['get', 'getMany', 'query', 'transact'] as const).map((name) => [
      name,
      (...args: unknown[]) => {
        trips.push(name);
        return (store[name] as (...given: unknown[]) => unknown)(...args);
      },
    ]),
  );
  return { store: { ...store, ...counting }, trips };
};
