import type { LedgerEntry } from '../../shared/data/ledger.ts';
import type { Reference } from '../../shared/data/loaded.ts';
import { EventRowSchema } from '../../shared/data/rows.ts';
import { keys, RANGE } from '../../shared/data/table.ts';
import type { Cell } from '../../shared/lambda/cell.ts';

/** @returns the ledger of one thing: one Query, or more where it is long. */
export const readLedger = async (
  { store }: Pick<Cell, 'store'>,
  { kind, id }: Reference,
): Promise<readonly LedgerEntry[]> => {
  const entries: LedgerEntry[] = [];
  let after: string | undefined;
  do {
    const page = await store.query({
      pk: keys.aggregate(kind, id),
      between: RANGE.events,
      ...(after === undefined ? {} : { after }),
    });
    entries.push(...page.items.map((item) => EventRowSchema.parse(item).entry));
    after = page.next;
  } while (after !== undefined);
  return entries;
};
