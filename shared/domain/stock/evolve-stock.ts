import { sumOfQuantities } from '../vocabulary/supplies.ts';
import type { StockEvent } from './stock-events.ts';
import type { StockState } from './stock-state.ts';

type EventOf<T> = Extract<StockEvent, { readonly type: T }>;

const changed = (stock: StockState, event: EventOf<'stockChanged'>): StockState => ({
  ...stock,
  confirmedAt: event.at,
  details: event.details,
  depot: event.depot,
  expiryNotice: event.details.expiresAt === stock.details.expiresAt ? stock.expiryNotice : 'none',
});

const withMore = (stock: StockState, quantity: number): StockState => ({
  ...stock,
  onHand: sumOfQuantities([stock.onHand, quantity]),
});

const withoutReservations = (stock: StockState, ids: readonly string[]): StockState => ({
  ...stock,
  reservations: stock.reservations.filter(({ reservationId }) => !ids.includes(reservationId)),
});

/** What is left of a reservation of which some was committed. */
const lessReserved = (stock: StockState, id: string, quantity: number): StockState => ({
  ...stock,
  reservations: stock.reservations.flatMap((reservation) => {
    if (reservation.reservationId !== id) return [reservation];
    const left = sumOfQuantities([reservation.quantity, -quantity]);
    return left > 0 ? [{ ...reservation, quantity: left }] : [];
  }),
});

const committed = (stock: StockState, { commitment, reservationId }: EventOf<'stockCommitted'>): StockState => {
  const before = reservationId === undefined ? stock : lessReserved(stock, reservationId, commitment.quantity);
  return { ...before, commitments: [...before.commitments, commitment] };
};

const returned = (stock: StockState, { commitmentId, usedUp }: EventOf<'stockReturned'>): StockState => ({
  ...withMore(stock, -usedUp),
  commitments: stock.commitments.filter((commitment) => commitment.commitmentId !== commitmentId),
});

const withoutDrill = (stock: StockState, purposeId: string): StockState => {
  const stays = ({ exercise, purpose }: StockState['commitments'][number] | StockState['reservations'][number]) =>
    !exercise || purpose.id !== purposeId;
  return {
    ...stock,
    reservations: stock.reservations.filter(stays),
    commitments: stock.commitments.filter(stays),
  };
};

/** @returns the stock line after an event. */
export const evolveStock = (stock: StockState | undefined, event: StockEvent): StockState => {
  if (event.type === 'stockRegistered') {
    const { id, details, depot, quantity: onHand } = event;
    return {
      ...{ status: 'active', id, details, depot, onHand, reservations: [], commitments: [], expiryNotice: 'none' },
      confirmedAt: event.at,
    };
  }
  if (!stock) throw new Error(`a stock line begins by being registered, not by ${event.type}`);
  switch (event.type) {
    case 'stockChanged':
      return changed(stock, event);
    case 'stockDepotChanged':
      return { ...stock, depot: event.depot };
    case 'stockReceived':
      return withMore(stock, event.quantity);
    case 'stockIssued':
    case 'stockWrittenOff':
      return withMore(stock, -event.quantity);
    case 'stockCounted':
      return { ...stock, confirmedAt: event.at, onHand: event.counted };
    case 'stockReserved':
      return { ...stock, reservations: [...stock.reservations, event.reservation] };
    case 'stockReservationReleased':
      return withoutReservations(stock, [event.reservationId]);
    case 'stockReservationsLapsed':
      return withoutReservations(
        stock,
        event.reservations.map(({ reservationId }) => reservationId),
      );
    case 'stockCommitted':
      return committed(stock, event);
    case 'stockReturned':
      return returned(stock, event);
    case 'stockDrillEnded':
      return withoutDrill(stock, event.purposeId);
    case 'stockRetired':
      return { ...stock, status: 'retired', reason: event.reason, retiredAt: event.at };
    case 'stockExpiring':
      return { ...stock, expiryNotice: 'expiring' };
    case 'stockExpired':
      return { ...stock, expiryNotice: 'expired' };
  }
};
