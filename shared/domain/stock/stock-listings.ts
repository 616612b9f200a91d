import * as z from 'zod';
import type { Listing } from '../kernel/aggregate.ts';
import { naturalKeyListing } from '../registry/natural-key.ts';
import { upkeepListings } from '../registry/upkeep.ts';
import { StockDetailsSchema, type StockState, StockStatusSchema } from './stock-state.ts';

/** What lists hold of a stock line: no quantities, so that promising goods writes few rows. They are read from the line itself. */
export const StockCardSchema = z
  .strictObject({
    stockId: z.uuid(),
    status: StockStatusSchema,
    depotName: z.string(),
    ...StockDetailsSchema.shape,
  })
  .meta({ id: 'StockCard' });
type StockCard = z.infer<typeof StockCardSchema>;

/** What stock lines are looked up by, besides the beginning of their code. */
export interface StockFilter {
  readonly depotId?: string | undefined;
  /** Only goods on hand whose shelf life ends, the earliest end first. */
  readonly expiring?: boolean | undefined;
}

/** The list of all stock lines, retired ones too; by code. */
export const STOCK_LIST = 'stock';

/** @returns the name of the list of the stock lines kept now: all, of a depot, or of these only what expires. By code; by the end of the shelf life. */
export const stockList = ({ depotId, expiring }: StockFilter = {}): string =>
  [STOCK_LIST, ...(depotId === undefined ? ['kept'] : ['depot', depotId]), ...(expiring ? ['expiring'] : [])].join('/');

/** @returns the name of the list of the stock lines of which something is reserved or committed for an incident, a request or a task. */
export const promisedStockList = (purposeId: string): string => `${STOCK_LIST}/for/${purposeId}`;

/** Comes after every character that a name begins with. */
const LAST = '\u{10FFFF}';

/** @returns the bounds of a list's sort key for codes that begin so. */
export const codeRange = (prefix: string): readonly [from: string, to: string] => [prefix, `${prefix}${LAST}`];

/** @returns the bounds of the sort key of a list of what expires, for what expires before a moment or at it. */
export const expiringUntil = (until: string): readonly [from: string, to: string] => ['0', `${until}${LAST}`];

/** @returns what a stock line is known by, so that lists which offices send find it: its depot, its code, its batch. */
export const stockKey = ({ depotId, code, batch = '' }: StockState['details']): readonly [string, string, string] => [
  depotId,
  code,
  batch,
];

const purposesOf = ({ reservations, commitments }: StockState): readonly string[] => [
  ...new Set([...reservations, ...commitments].map(({ purpose }) => purpose.id)),
];

/** A retired line is in the list of all only. */
export const stockListings = (stock: StockState): readonly Listing[] => {
  const { id, status, details, depot, onHand, confirmedAt } = stock;
  const { depotId, code, name, expiresAt } = details;
  const card: StockCard = { stockId: id, status, depotName: depot.name, ...details };
  const sort = `${code}#${name}#${id}`;
  const everywhere: Listing = { list: STOCK_LIST, sort, card };
  if (status === 'retired') return [everywhere];
  const endings = expiresAt === undefined || onHand === 0 ? [] : [{ what: 'shelf-life' as const, at: expiresAt }];
  return [
    everywhere,
    naturalKeyListing('stock', id, ...stockKey(details)),
    ...upkeepListings({ kind: 'stock', id, name, confirmedAt, endings }),
    ...[{}, { depotId }].flatMap((filter) => [
      { list: stockList(filter), sort, card },
      ...endings.map(({ at }) => ({ list: stockList({ ...filter, expiring: true }), sort: `${at}#${id}`, card })),
    ]),
    ...purposesOf(stock).map((purposeId) => ({ list: promisedStockList(purposeId), sort: id, card })),
  ];
};
