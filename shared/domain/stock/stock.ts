import type { Aggregate, NoticeDraft } from '../kernel/aggregate.ts';
import { routine, urgent } from '../kernel/notice.ts';
import { sumOfQuantities } from '../vocabulary/supplies.ts';
import { decideStock } from './decide-stock.ts';
import { evolveStock } from './evolve-stock.ts';
import { stockDueAt } from './stock-clock.ts';
import type { StockCommand } from './stock-commands.ts';
import { stockEntry } from './stock-entry.ts';
import { type StockEvent, StockEventSchema } from './stock-events.ts';
import { stockListings } from './stock-listings.ts';
import { type StockState, StockStateSchema } from './stock-state.ts';

const notices = (event: StockEvent, { details: { name, unit }, depot }: StockState): readonly NoticeDraft[] => {
  switch (event.type) {
    case 'stockExpiring':
      return [
        routine(
          `仓库“${depot.name}”的“${name}”将于${event.expiresAt}过期，请及时轮换。`,
          `"${name}" in the depot "${depot.name}" expires at ${event.expiresAt}; have it rotated.`,
        ),
      ];
    case 'stockExpired':
      return [
        urgent(
          `仓库“${depot.name}”的“${name}”已过期，不能再预留或调拨。`,
          `"${name}" in the depot "${depot.name}" has expired; it cannot be promised any more.`,
        ),
      ];
    case 'stockReservationsLapsed': {
      const quantity = sumOfQuantities(event.reservations.map((reservation) => reservation.quantity));
      return [
        routine(
          `仓库“${depot.name}”的“${name}”有${quantity}${unit}预留到期，已解除。`,
          `${quantity} ${unit} of "${name}" in the depot "${depot.name}" are no longer reserved: the time is up.`,
        ),
      ];
    }
    default:
      return [];
  }
};

/** A stock line of a depot of this city: goods of one code and batch. */
export const stock: Aggregate<StockState, StockCommand, StockEvent> = {
  kind: 'stock',
  stateSchema: StockStateSchema,
  eventSchema: StockEventSchema,
  decide: decideStock,
  evolve: evolveStock,
  dueAt: stockDueAt,
  listings: stockListings,
  registryEntry: stockEntry,
  notices,
  isExercise: () => false,
};
