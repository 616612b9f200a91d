import { DEPOT_REFUSALS } from '../depot/depot-refusals.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { Instant } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import { sumOfQuantities } from '../vocabulary/supplies.ts';
import type {
  CommitReservation,
  CommitStock,
  ReleaseReservation,
  ReserveStock,
  ReturnStock,
} from './stock-commands.ts';
import { asOf, isExpired } from './stock-condition.ts';
import type { StockEvent } from './stock-events.ts';
import { STOCK_REFUSALS as REFUSALS } from './stock-refusals.ts';
import {
  balanceOf,
  freeForDrill,
  MAXIMUM_DRILL_PROMISES,
  MAXIMUM_PROMISES,
  type Reservation,
  realPromises,
  type StockState,
} from './stock-state.ts';

type StockDecision = Decision<StockEvent>;
type Refused = Extract<StockDecision, { accepted: false }>;

/** @returns the refusal when less than `wanted` is free. */
export const unlessFree = (stock: StockState, wanted: number, isExercise = false): Refused | undefined => {
  const free = isExercise ? Math.max(0, freeForDrill(stock)) : balanceOf(stock).free;
  const { name, unit } = stock.details;
  return wanted > free ? refuse(REFUSALS.notEnough, { stock: name, free, wanted, unit }, '/quantity') : undefined;
};

/** Goods that nobody can be promised, however many there are. */
const unfit = (stock: StockState, now: Instant): Refused | undefined => {
  const { name, expiresAt = now } = stock.details;
  if (stock.status === 'retired') return refuse(REFUSALS.retired, { stock: name });
  if (stock.depot.retired) return refuse(DEPOT_REFUSALS.retired, { depot: stock.depot.name });
  return isExpired(stock, now) ? refuse(REFUSALS.expired, { stock: name, expiresAt }) : undefined;
};

/** @returns why so much of a stock line cannot be promised now, if it cannot. */
export const unpromisable = (
  stock: StockState,
  quantity: number,
  now: Instant,
  isExercise: boolean,
): Refusal | undefined => {
  const current = asOf(stock, now);
  return (unfit(current, now) ?? unlessFree(current, quantity, isExercise))?.refusal;
};

/** Promises in earnest and those of drills are counted apart, so that a drill crowds nothing out. */
const tooMany = (stock: StockState, isExercise: boolean): Refused | undefined => {
  const real = countOf(realPromises(stock));
  const [count, maximum] = isExercise ? [countOf(stock) - real, MAXIMUM_DRILL_PROMISES] : [real, MAXIMUM_PROMISES];
  return count >= maximum ? refuse(REFUSALS.tooManyPromises, { stock: stock.details.name, maximum }) : undefined;
};

const countOf = ({ reservations, commitments }: Pick<StockState, 'reservations' | 'commitments'>): number =>
  reservations.length + commitments.length;

/** @returns why another promise of so much cannot be made, if it cannot. */
export const newPromise = (
  stock: StockState,
  { purposeKnown, quantity, exercise = false }: Pick<ReserveStock, 'purposeKnown' | 'quantity' | 'exercise'>,
  now: Instant,
): Refused | undefined => {
  if (!purposeKnown) return refuse(REFUSALS.purposeUnknown, {}, '/purpose');
  return tooMany(stock, exercise) ?? unfit(stock, now) ?? unlessFree(stock, quantity, exercise);
};

/** @returns the mark of what is promised for a drill. */
export const drillMark = (isExercise = false): { exercise?: true } => (isExercise ? { exercise: true } : {});

export const reserve = (stock: StockState, command: ReserveStock, { now, newId }: Circumstances): StockDecision => {
  const { purpose, quantity, until } = command;
  if (until <= now) return refuse(REFUSALS.reservationOver, {}, '/until');
  return (
    newPromise(stock, command, now) ??
    accept({
      type: 'stockReserved',
      reservation: { reservationId: newId(), purpose, quantity, since: now, until, ...drillMark(command.exercise) },
    })
  );
};

export const commit = (stock: StockState, command: CommitStock, { now, newId }: Circumstances): StockDecision => {
  const { purpose, quantity } = command;
  return (
    newPromise(stock, command, now) ??
    accept({
      type: 'stockCommitted',
      commitment: { commitmentId: newId(), purpose, quantity, since: now, ...drillMark(command.exercise) },
    })
  );
};

const reservationOf = ({ reservations }: StockState, id: string) =>
  reservations.find(({ reservationId }) => reservationId === id);

/** @returns the reservation, to be disposed of by hand, or why it cannot be: there is none, or a partner counts on it. */
const disposable = (stock: StockState, id: string): Reservation | Refused => {
  const reservation = reservationOf(stock, id);
  if (!reservation) return refuse(REFUSALS.noSuchReservation, { stock: stock.details.name });
  return id === reservation.purpose.id ? refuse(REFUSALS.keptForPartner) : reservation;
};

export const release = (stock: StockState, { reservationId, reason }: ReleaseReservation): StockDecision => {
  const reservation = disposable(stock, reservationId);
  return 'refusal' in reservation ? reservation : accept({ type: 'stockReservationReleased', reservationId, reason });
};

export const commitReservation = (
  stock: StockState,
  { reservationId, quantity: wanted }: CommitReservation,
  { now, newId }: Circumstances,
): StockDecision => {
  const { unit } = stock.details;
  const reservation = disposable(stock, reservationId);
  if ('refusal' in reservation) return reservation;
  const { purpose, quantity: reserved, exercise } = reservation;
  const quantity = wanted ?? reserved;
  if (quantity > reserved) return refuse(REFUSALS.moreThanReserved, { reserved, wanted: quantity, unit }, '/quantity');
  return (
    unfit(stock, now) ??
    accept({
      type: 'stockCommitted',
      commitment: { commitmentId: newId(), purpose, quantity, since: now, ...drillMark(exercise) },
      reservationId,
    })
  );
};

export const takeBack = (stock: StockState, { commitmentId, returned, reason }: ReturnStock): StockDecision => {
  const { name, unit } = stock.details;
  const commitment = stock.commitments.find((each) => each.commitmentId === commitmentId);
  if (!commitment) return refuse(REFUSALS.noSuchCommitment, { stock: name });
  const { quantity: committed } = commitment;
  if (returned > committed) return refuse(REFUSALS.moreThanCommitted, { committed, returned, unit }, '/returned');
  // Of a drill nothing left the depot.
  const usedUp = commitment.exercise ? 0 : sumOfQuantities([committed, -returned]);
  return accept({ type: 'stockReturned', commitmentId, returned, usedUp, reason });
};
