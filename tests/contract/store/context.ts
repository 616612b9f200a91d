import { expect } from 'vitest';
import { type Item, type Key, type Store, TransactionCancelled } from '../../../shared/data/store.ts';

/** What each part of the contract is tried on. */
export interface Context {
  readonly store: () => Store;
  /** A partition key that no other test uses. */
  readonly fresh: () => string;
}

/** Writes one transaction under a token of its own. */
export const put = (store: Store, ...items: readonly Item[]): Promise<void> =>
  store.transact(
    items.map((item) => ({ kind: 'put', item })),
    crypto.randomUUID(),
  );

/** @returns the error a promise rejects with; fails when it does not reject. */
export const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => expect.unreachable('should have been refused'),
    (error: unknown) => error,
  );

/** @returns why each write of a transaction was cancelled; fails when it was not. */
export const reasonsOf = async (promise: Promise<unknown>): Promise<TransactionCancelled['reasons']> => {
  const error = await errorOf(promise);
  expect(error).toBeInstanceOf(TransactionCancelled);
  return (error as TransactionCancelled).reasons;
};

export const sortKeys = (items: readonly Key[]): readonly string[] => items.map(({ sk }) => sk);
