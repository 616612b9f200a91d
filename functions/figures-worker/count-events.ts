import { eventRows } from '../../shared/data/event-rows.ts';
import { refigure } from '../../shared/data/figures/refigure.ts';
import type { FigureCity } from '../../shared/data/figures/write-part.ts';
import type { LedgerEntry } from '../../shared/data/ledger.ts';
import type { Reference } from '../../shared/data/loaded.ts';
import { groupedBy } from '../../shared/domain/figures/figure-cell.ts';
import { AGGREGATE_KINDS } from '../../shared/domain/kernel/aggregate.ts';
import type { RowNote } from '../../shared/lambda/row-queue.ts';

const referenceOf = ({ kind, id }: LedgerEntry): Reference | undefined => {
  const found = AGGREGATE_KINDS.find((known) => known === kind);
  return found && { kind: found, id };
};

/** Counts the aggregates whose ledgers have new entries, each once, as they are now. @param onFailure told of a partition that could not be counted. */
export const countEvents = async (
  city: FigureCity,
  notes: readonly RowNote[],
  onFailure: (partition: string, error: unknown) => void,
): Promise<void> => {
  const rows = await eventRows(city.store, notes);
  for (const [partition, some] of groupedBy(rows, ({ pk }) => pk)) {
    const entries = some.map(({ entry }) => entry);
    const reference = entries[0] && referenceOf(entries[0]);
    try {
      if (reference) await refigure(city, reference, entries);
    } catch (error) {
      onFailure(partition, error);
    }
  }
};
