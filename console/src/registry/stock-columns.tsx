import type { ReactNode } from 'react';
import type { StockListEntry } from '../../../shared/http/views/stock.ts';
import { Moment } from '../parts/moment.tsx';
import { conditionColumn, confirmedColumn } from './common-columns.tsx';
import { named } from './common-fields.tsx';
import { EntryName } from './entry-name.tsx';
import type { EntryColumn } from './registry-kind.ts';
import { STOCK } from './stock-words.ts';

const AMOUNTS = ['onHand', 'reserved', 'committed', 'free'] as const;

const amount = (of: (typeof AMOUNTS)[number]): EntryColumn<StockListEntry> => ({
  title: STOCK.words[of],
  width: '7rem',
  cell: ({ balance, unit }): ReactNode => (
    <span className="amount-part">
      {of === 'free' ? <strong>{balance[of]}</strong> : balance[of]} {unit}
    </span>
  ),
});

/** How stock lines are listed. */
export const STOCK_COLUMNS: readonly EntryColumn<StockListEntry>[] = [
  {
    title: { zh: '物资', en: 'Goods' },
    cell: (row) => (
      <EntryName
        kind="stock"
        id={row.stockId}
        name={named(row)}
        more={[row.code, row.batch, row.specification].filter(Boolean).join(' · ')}
      />
    ),
  },
  conditionColumn,
  ...AMOUNTS.map(amount),
  {
    title: { zh: '保质期至', en: 'Keeps until' },
    width: '10rem',
    cell: ({ expiresAt }) => (expiresAt === undefined ? '—' : <Moment at={expiresAt} />),
  },
  { title: { zh: '仓库', en: 'Depot' }, cell: ({ depotName }) => depotName },
  confirmedColumn,
];
