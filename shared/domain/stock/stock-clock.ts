import { expiryNoticeDueAt } from '../kernel/expiry-notice.ts';
import { earliest, type Instant } from '../kernel/instant.ts';
import type { Reservation, StockState } from './stock-state.ts';

/** @returns the reservations whose time is up. */
export const lapsedReservations = ({ reservations }: StockState, now: Instant): readonly Reservation[] =>
  reservations.filter(({ until }) => until <= now);

/** @returns when the duty room must next be told of the end of its shelf life, if ever: nothing is said of goods that are gone. */
export const expiryDueAt = ({
  status,
  details: { expiresAt },
  onHand,
  expiryNotice,
}: StockState): Instant | undefined =>
  status === 'retired' || expiresAt === undefined || onHand === 0
    ? undefined
    : expiryNoticeDueAt(expiryNotice, expiresAt);

/** @returns when the clock must look at a stock line next, if ever. */
export const stockDueAt = (stock: StockState): Instant | undefined =>
  earliest(expiryDueAt(stock), ...stock.reservations.map(({ until }) => until));
