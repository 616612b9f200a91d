import type { PartitionQuery, Store } from './store.ts';

const kept = <A, R>(read: (asked: A) => Promise<R>): ((asked: A) => Promise<R>) => {
  const answers = new Map<string, Promise<R>>();
  return (asked) => {
    const name = JSON.stringify(asked);
    const answer = answers.get(name) ?? read(asked);
    answers.set(name, answer);
    return answer;
  };
};

/**
 * @returns the store for as long as one batch takes: what is got or queried in the same words is read once, and is what it was then. For
 * settings and the like that each of many needs; not for what the batch itself writes.
 */
export const readingOnce = (store: Store): Store => ({
  ...store,
  get: kept(({ pk, sk }) => store.get({ pk, sk })),
  query: kept((query: PartitionQuery) => store.query(query)),
});
