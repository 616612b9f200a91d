import { eventRows } from '../../shared/data/event-rows.ts';
import { type Refigured, refigure } from '../../shared/data/figures/refigure.ts';
import type { FigureCity } from '../../shared/data/figures/write-parts.ts';
import type { LedgerEntry } from '../../shared/data/ledger.ts';
import type { Reference } from '../../shared/data/loaded.ts';
import { groupedBy } from '../../shared/domain/figures/figure-cell.ts';
import { AGGREGATE_KINDS } from '../../shared/domain/kernel/aggregate.ts';
import type { RowNote } from '../../shared/lambda/row-queue.ts';

interface Told {
  readonly partition: string;
}

const referenceOf = ({ kind, id }: LedgerEntry): Reference | undefined => {
  const found = AGGREGATE_KINDS.find((known) => known === kind);
  return found && { kind: found, id };
};

/**
 * Counts the aggregates whose ledgers have new entries, each once, as they are now: all together, and one by one only when that fails, so that one
 * that cannot be counted takes no other along.
 * @param onFailure told of a partition that could not be counted.
 */
export const countEvents = async (
  city: FigureCity,
  notes: readonly RowNote[],
  onFailure: (partition: string, error: unknown) => void,
): Promise<void> => {
  const rows = await eventRows(city.store, notes);
  const told = [...groupedBy(rows, ({ pk }) => pk)].flatMap(([partition, some]): (Refigured & Told)[] => {
    const entries = some.map(({ entry }) => entry);
    const reference = entries[0] && referenceOf(entries[0]);
    return reference ? [{ partition, reference, entries }] : [];
  });
  try {
    await refigure(city, ...told);
  } catch (error) {
    const [one, ...more] = told;
    if (one && more.length === 0) return onFailure(one.partition, error);
    for (const each of told) await refigure(city, each).catch((reason: unknown) => onFailure(each.partition, reason));
  }
};
