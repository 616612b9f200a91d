import type { Item } from '../../shared/data/store.ts';
import { TransactionCancelled } from '../../shared/data/store.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { wakeWrites } from '../../shared/notify/wake.ts';

/** Has the notifier look at a delivery or an escalation whose time has come. Whoever was quicker has done so, or has dealt with it. */
export const wakeNotifier = async (
  { store, clock, newId }: Pick<Cell, 'store' | 'clock' | 'newId'>,
  item: Item,
): Promise<void> => {
  try {
    await store.transact(wakeWrites({ ...item, version: Number(item.version) }, clock.now()), newId());
  } catch (error) {
    if (!(error instanceof TransactionCancelled)) throw error;
  }
};
