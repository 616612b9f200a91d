import type * as z from 'zod';
import { FoundEntrySchema, ledgerList } from '../../shared/data/ledger-index.ts';
import { keys } from '../../shared/data/table.ts';
import { chinaTime } from '../../shared/domain/kernel/china-time.ts';
import { DAY_MS, plus } from '../../shared/domain/kernel/instant.ts';
import { fromCursor, toCursor } from '../../shared/http/cursor.ts';
import type { LedgerSearchSchema } from '../../shared/http/routes/ledger.ts';
import type { LedgerCell } from './handler.ts';

type Query = z.infer<typeof LedgerSearchSchema>;

/** Before and after every moment. */
const EVER = ['0', '~'] as const;

/** Bounds of the moments asked for: a day in China, or from one moment to before another. */
const rangeOf = ({ day, from, to }: Query): readonly [string, string] => {
  if (day === undefined) return [from ?? EVER[0], to ?? EVER[1]];
  const start = chinaTime(day, '00:00');
  return [start, plus(start, DAY_MS)];
};

/** A page of the entries that a filter asks for, newest first: one Query of the list that holds exactly those. */
export const searchLedgers = async ({ store }: Pick<LedgerCell, 'store'>, query: Query) => {
  const { limit, cursor } = query;
  const after = fromCursor(cursor);
  const { pk } = keys.ledgerIndex(ledgerList(query));
  const page = await store.query({
    pk,
    between: rangeOf(query),
    limit,
    descending: true,
    ...(after === undefined ? {} : { after }),
  });
  const items = page.items.map(({ card }) => FoundEntrySchema.parse(card));
  return page.next === undefined ? { items } : { items, nextCursor: toCursor(page.next) };
};
