import { eventRows } from '../../shared/data/event-rows.ts';
import type { LedgerEntry } from '../../shared/data/ledger.ts';
import { ENTRIES_TOGETHER, ledgerIndexWrites } from '../../shared/data/ledger-index.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { onRows } from '../../shared/lambda/row-queue.ts';
import { readSubjects } from './subjects.ts';

export type LedgerIndexCell = Pick<Cell, 'store' | 'newId'>;

const indexed = async (cell: LedgerIndexCell, entries: readonly LedgerEntry[]): Promise<void> => {
  const subjectOf = await readSubjects(cell.store, entries);
  const writes = entries.flatMap((entry) => {
    const subject = subjectOf(entry);
    return subject === undefined ? [] : ledgerIndexWrites(entry, subject);
  });
  if (writes.length > 0) await cell.store.transact(writes, cell.newId());
};

/** Keeps the lists by which entries of all ledgers are found. What could not be written comes again, and is written over itself. */
export const createHandler = (cell: LedgerIndexCell) =>
  onRows(async (notes) => {
    const entries = (await eventRows(cell.store, notes)).map(({ entry }) => entry);
    for (let n = 0; n < entries.length; n += ENTRIES_TOGETHER)
      await indexed(cell, entries.slice(n, n + ENTRIES_TOGETHER));
    return new Set();
  });
