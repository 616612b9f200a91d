import { compareKeys } from './sort-order.ts';
import { SortedList } from './sorted-list.ts';
import type { DuePage, Item, Key } from './store.ts';
import { DUE_PARTITION, TABLE } from './table.ts';

export interface DueIndexOptions {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How long the due index lags behind the next transaction, milliseconds; not at all by default. */
  readonly dueIndexLag?: () => number;
}

type DueEntry = Key & { readonly dueAt: string };

const compareDue = (left: DueEntry, right: DueEntry): number =>
  compareKeys(left.dueAt, right.dueAt) || compareKeys(left.pk, right.pk) || compareKeys(left.sk, right.sk);

const dueEntryOf = (item: Item | undefined): DueEntry | undefined => {
  const dueAt = item?.[TABLE.dueIndex.sortKey];
  if (item?.[TABLE.dueIndex.partitionKey] !== DUE_PARTITION || typeof dueAt !== 'string') return undefined;
  return { pk: item.pk, sk: item.sk, dueAt };
};

/** Entries of the due index become visible in the order of the transactions, each after its lag. */
export const createDueIndex = ({ now, dueIndexLag }: DueIndexOptions) => {
  const visible = new SortedList<DueEntry>(compareDue);
  const coming: { readonly at: number; readonly before?: DueEntry; readonly after?: DueEntry }[] = [];
  const settle = (): void => {
    while (coming[0] !== undefined && coming[0].at <= now()) {
      const { before, after } = coming.shift() ?? {};
      if (before) visible.delete(before);
      if (after) visible.put(after);
    }
  };
  return {
    change: (old: Item | undefined, fresh: Item | undefined, lag: number): void => {
      const before = dueEntryOf(old);
      const after = dueEntryOf(fresh);
      if (!before && !after) return;
      const at = Math.max(now() + lag, coming.at(-1)?.at ?? 0);
      coming.push({ at, ...(before && { before }), ...(after && { after }) });
    },
    lag: (): number => dueIndexLag?.() ?? 0,
    upTo: (until: string, limit: number, after: DueEntry | undefined): DuePage => {
      settle();
      const start = after ? visible.firstNot((entry) => compareDue(entry, after) <= 0) : 0;
      const end = visible.firstNot((entry) => compareKeys(entry.dueAt, until) <= 0);
      const entries = visible.elements.slice(start, Math.min(end, start + limit));
      const keys = entries.map(({ pk, sk }) => ({ pk, sk }));
      const last = entries.at(-1);
      return last && entries.length === limit ? { keys, next: last } : { keys };
    },
  };
};
