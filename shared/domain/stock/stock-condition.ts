import * as z from 'zod';
import type { Instant } from '../kernel/instant.ts';
import { lapsedReservations } from './stock-clock.ts';
import { balanceOf, type StockState } from './stock-state.ts';

/** In one word whether goods of a stock line can be promised; the first that applies, in this order. */
export const StockConditionSchema = z
  .enum(['retired', 'depot-retired', 'expired', 'exhausted', 'available'])
  .meta({ id: 'StockCondition' });
export type StockCondition = z.infer<typeof StockConditionSchema>;

/** @returns whether its shelf life is over. */
export const isExpired = ({ details: { expiresAt } }: StockState, now: Instant): boolean =>
  expiresAt !== undefined && expiresAt <= now;

/** @returns the stock line without the reservations whose time is up, whether or not its clock has rung. */
export const asOf = (stock: StockState, now: Instant): StockState => {
  const lapsed = lapsedReservations(stock, now);
  return lapsed.length === 0
    ? stock
    : { ...stock, reservations: stock.reservations.filter((reservation) => !lapsed.includes(reservation)) };
};

/** @returns the condition of a stock line now. */
export const stockConditionOf = (stock: StockState, now: Instant): StockCondition => {
  if (stock.status === 'retired') return 'retired';
  if (stock.depot.retired) return 'depot-retired';
  if (isExpired(stock, now)) return 'expired';
  return balanceOf(asOf(stock, now)).free > 0 ? 'available' : 'exhausted';
};
