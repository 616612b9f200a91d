import { DEPOT_REFUSALS } from '../depot/depot-refusals.ts';
import type { DepotState } from '../depot/depot-state.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import type { Instant } from '../kernel/instant.ts';
import { sameContent } from '../request/same-content.ts';
import { MAXIMUM_QUANTITY, sumOfQuantities } from '../vocabulary/supplies.ts';
import { evolveStock } from './evolve-stock.ts';
import { expiryDueAt, lapsedReservations } from './stock-clock.ts';
import type { ChangeStock, MoveStock, RegisterStock, StockCommand } from './stock-commands.ts';
import type { StockEvent } from './stock-events.ts';
import { decideLot } from './stock-lots.ts';
import { commit, commitReservation, release, reserve, takeBack, unlessFree } from './stock-promises.ts';
import { STOCK_REFUSALS as REFUSALS } from './stock-refusals.ts';
import { balanceOf, type StockState, stockDepotOf } from './stock-state.ts';

type StockDecision = Decision<StockEvent>;
type CommandOn = Exclude<StockCommand, RegisterStock>;

const MOVED = { receive: 'stockReceived', issue: 'stockIssued', 'write-off': 'stockWrittenOff' } as const;

const intoRetired = ({ details: { name } }: DepotState): StockDecision =>
  refuse(DEPOT_REFUSALS.retired, { depot: name }, '/depotId');

const register = ({ id, details, depot, quantity }: RegisterStock, at: Instant): StockDecision => {
  if (!depot) return refuse(REFUSALS.depotUnknown, {}, '/depotId');
  if (depot.status === 'retired') return intoRetired(depot);
  return accept({ type: 'stockRegistered', id, details, depot: stockDepotOf(depot), quantity, at });
};

const promisedOf = (stock: StockState): number => {
  const { reserved, committed } = balanceOf(stock);
  return sumOfQuantities([reserved, committed]);
};

const refusePromised = (stock: StockState, pointer?: string): StockDecision => {
  const { name, unit } = stock.details;
  return refuse(REFUSALS.promised, { stock: name, promised: promisedOf(stock), unit }, pointer);
};

const count = (
  stock: StockState,
  { counted, reason }: { readonly counted: number; readonly reason?: string },
  at: Instant,
): StockDecision =>
  counted < promisedOf(stock)
    ? refusePromised(stock, '/counted')
    : accept({
        type: 'stockCounted',
        counted,
        expected: stock.onHand,
        at,
        ...(reason === undefined ? {} : { reason }),
      });

/** Promises are in the unit they were made in, and of goods that are where they were looked for. */
const change = (stock: StockState, { details, depot, counted }: ChangeStock, at: Instant): StockDecision => {
  if (!depot) return refuse(REFUSALS.depotUnknown, {}, '/depotId');
  const isMoved = details.depotId !== stock.details.depotId;
  if (isMoved && depot.status === 'retired') return intoRetired(depot);
  const isPromised = promisedOf(stock) > 0;
  if (isPromised && details.unit !== stock.details.unit) return refusePromised(stock, '/unit');
  if (isPromised && isMoved) return refusePromised(stock, '/depotId');
  const changed: StockEvent = { type: 'stockChanged', details, depot: stockDepotOf(depot), at };
  if (counted === undefined || counted === stock.onHand) return accept(changed);
  const recount = count(stock, { counted }, at);
  return recount.accepted ? accept(changed, ...recount.events) : recount;
};

const move = (stock: StockState, { type, quantity, reason }: MoveStock): StockDecision => {
  const { name, unit } = stock.details;
  const moved = accept<StockEvent>({ type: MOVED[type], quantity, reason });
  if (type !== 'receive') return unlessFree(stock, quantity) ?? moved;
  return sumOfQuantities([stock.onHand, quantity]) > MAXIMUM_QUANTITY
    ? refuse(REFUSALS.tooMuch, { stock: name, maximum: MAXIMUM_QUANTITY, unit }, '/quantity')
    : moved;
};

const followDepot = (stock: StockState, depot: DepotState): StockDecision => {
  const known = stockDepotOf(depot);
  return stock.details.depotId !== depot.id || sameContent(known, stock.depot)
    ? accept()
    : accept({ type: 'stockDepotChanged', depot: known });
};

const expiryNotices = (stock: StockState, now: Instant): readonly StockEvent[] => {
  const dueAt = expiryDueAt(stock);
  const { expiresAt } = stock.details;
  if (dueAt === undefined || expiresAt === undefined || dueAt > now) return [];
  return [{ type: expiresAt <= now ? 'stockExpired' : 'stockExpiring', expiresAt }];
};

const decideOn = (stock: StockState, command: CommandOn, circumstances: Circumstances): StockDecision => {
  switch (command.type) {
    case 'clock-ran-out':
      return accept(...expiryNotices(stock, circumstances.now));
    case 'follow-depot':
      return followDepot(stock, command.depot);
    case 'change':
      return change(stock, command, circumstances.now);
    case 'receive':
    case 'issue':
    case 'write-off':
      return move(stock, command);
    case 'count':
      return count(stock, command, circumstances.now);
    case 'reserve':
      return reserve(stock, command, circumstances);
    case 'release':
      return release(stock, command);
    case 'commit':
      return commit(stock, command, circumstances);
    case 'commit-reservation':
      return commitReservation(stock, command, circumstances);
    case 'return':
      return takeBack(stock, command);
    case 'promise-lot':
    case 'free-lot':
    case 'send-lot':
    case 'settle-lot':
    case 'end-drill-promises':
      return decideLot(stock, command, circumstances);
    case 'retire':
      return promisedOf(stock) > 0
        ? refusePromised(stock)
        : accept({ type: 'stockRetired', reason: command.reason, at: circumstances.now });
  }
};

/** Of a retired line nothing is promised: these find nothing to do. */
const MEANT_FOR_RETIRED: readonly StockCommand['type'][] = [
  'clock-ran-out',
  'follow-depot',
  'free-lot',
  'settle-lot',
  'end-drill-promises',
];

/** @returns what a command on a stock line comes to. Reservations whose time is up are over before anything else is decided. */
export const decideStock = (
  stock: StockState | undefined,
  command: StockCommand,
  circumstances: Circumstances,
): StockDecision => {
  if (command.type === 'register') return stock ? refuse(REFUSALS.exists) : register(command, circumstances.now);
  if (!stock) return refuse(REFUSALS.unknown);
  if (stock.status === 'retired')
    return MEANT_FOR_RETIRED.includes(command.type)
      ? accept()
      : refuse(REFUSALS.retired, { stock: stock.details.name });
  const reservations = [...lapsedReservations(stock, circumstances.now)];
  const lapses: StockEvent[] = reservations.length > 0 ? [{ type: 'stockReservationsLapsed', reservations }] : [];
  const current = lapses.reduce<StockState>(evolveStock, stock);
  const decision = decideOn(current, command, circumstances);
  return decision.accepted ? accept(...lapses, ...decision.events) : decision;
};
