import { accept, type Circumstances, type Decision } from '../kernel/decision.ts';
import { sumOfQuantities } from '../vocabulary/supplies.ts';
import type { StockLotCommand } from './stock-commands.ts';
import type { StockEvent } from './stock-events.ts';
import { drillMark, newPromise } from './stock-promises.ts';
import type { StockPurpose, StockState } from './stock-state.ts';

type StockDecision = Decision<StockEvent>;
type LotCommand<T> = Extract<StockLotCommand, { readonly type: T }>;

/** Why goods are free again, for the ledger, which both languages read. */
const NOT_NEEDED = '对方不再需要。 No longer needed by the partner.';
const DELIVERED = '已交付受援城市。 Delivered to the city that was helped.';
const BROUGHT_BACK = '未交付，已运回或未发运。 Not delivered: brought back, or never sent.';

const purposeOf = (id: string, kind: StockPurpose['kind'] = 'received-request'): StockPurpose => ({ kind, id });

/** @returns the refusal of a promise; what is to blame is no field of the command that somebody gave. */
const refusedPromise = (
  stock: StockState,
  promised: { readonly quantity: number; readonly exercise?: boolean },
  now: string,
): StockDecision | undefined => {
  const { quantity, exercise = false } = promised;
  const refused = newPromise(stock, { purposeKnown: true, quantity, exercise }, now);
  if (!refused) return undefined;
  const { reason, parameters } = refused.refusal;
  return { accepted: false, refusal: { reason, parameters } };
};

const promise = (stock: StockState, command: LotCommand<'promise-lot'>, now: string): StockDecision => {
  const { requestId, quantity, until } = command;
  const mark = drillMark(command.exercise);
  const isKept = stock.reservations.some(({ reservationId }) => reservationId === requestId);
  if (isKept || until <= now) return accept();
  const reservation = { reservationId: requestId, purpose: purposeOf(requestId), quantity, since: now, until, ...mark };
  return refusedPromise(stock, command, now) ?? accept({ type: 'stockReserved', reservation });
};

const free = (stock: StockState, { requestId: reservationId }: LotCommand<'free-lot'>): StockDecision =>
  stock.reservations.some((reservation) => reservation.reservationId === reservationId)
    ? accept({ type: 'stockReservationReleased', reservationId, reason: NOT_NEEDED })
    : accept();

/** What was kept back goes; what has lapsed meanwhile must be free still. */
const send = (stock: StockState, command: LotCommand<'send-lot'>, now: string): StockDecision => {
  const { requestId, deploymentId, quantity } = command;
  const purpose = purposeOf(requestId, command.purpose);
  const commitment = {
    ...{ commitmentId: deploymentId, purpose, quantity, since: now },
    ...drillMark(command.exercise),
  };
  const isKept = stock.reservations.some(({ reservationId }) => reservationId === requestId);
  const unreserved = isKept ? { ...stock, reservations: withoutPromise(stock, requestId) } : stock;
  return (
    refusedPromise(unreserved, command, now) ??
    accept({ type: 'stockCommitted', commitment, ...(isKept ? { reservationId: requestId } : {}) })
  );
};

const withoutPromise = ({ reservations }: StockState, requestId: string) =>
  reservations.filter(({ reservationId }) => reservationId !== requestId);

const settle = (stock: StockState, { deploymentId, isDelivered }: LotCommand<'settle-lot'>): StockDecision => {
  const commitment = stock.commitments.find(({ commitmentId }) => commitmentId === deploymentId);
  if (!commitment) return accept();
  const { commitmentId, quantity } = commitment;
  // Of a drill nothing left the depot.
  const returned = isDelivered && !commitment.exercise ? 0 : quantity;
  const usedUp = sumOfQuantities([quantity, -returned]);
  const reason = isDelivered ? DELIVERED : BROUGHT_BACK;
  return accept({ type: 'stockReturned', commitmentId, returned, usedUp, reason });
};

const endDrill = (
  { reservations, commitments }: StockState,
  { purposeId }: LotCommand<'end-drill-promises'>,
): StockDecision =>
  [...reservations, ...commitments].some(({ exercise, purpose }) => exercise && purpose.id === purposeId)
    ? accept({ type: 'stockDrillEnded', purposeId })
    : accept();

/** @returns what a partner's request, or a drill's end, does to a stock line. */
export const decideLot = (stock: StockState, command: StockLotCommand, { now }: Circumstances): StockDecision => {
  switch (command.type) {
    case 'promise-lot':
      return promise(stock, command, now);
    case 'free-lot':
      return free(stock, command);
    case 'send-lot':
      return send(stock, command, now);
    case 'settle-lot':
      return settle(stock, command);
    case 'end-drill-promises':
      return endDrill(stock, command);
  }
};
