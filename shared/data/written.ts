import { type Store, TransactionCancelled, type Write } from './store.ts';

/** What writing takes of a cell. */
interface WritingCell {
  readonly store: Pick<Store, 'transact'>;
  readonly newId: () => string;
}

/**
 * Writes in one transaction what nobody else may have changed meanwhile.
 * @returns false, and nothing is written, when somebody else was quicker.
 */
export const written = async ({ store, newId }: WritingCell, writes: readonly Write[]): Promise<boolean> => {
  try {
    await store.transact(writes, newId());
    return true;
  } catch (error) {
    if (error instanceof TransactionCancelled) return false;
    throw error;
  }
};
