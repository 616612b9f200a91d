import type { Loaded, LoadedSet } from '../../shared/data/loaded.ts';
import type { StockCommand } from '../../shared/domain/stock/stock-commands.ts';
import type { StockEvent } from '../../shared/domain/stock/stock-events.ts';
import type { StockPurpose, StockState } from '../../shared/domain/stock/stock-state.ts';
import { conversationAmong, conversationsOf } from '../../shared/exchange/conversation.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { receivedRequestConversation } from '../../shared/exchange/conversations/received-request.ts';
import { requestConversation } from '../../shared/exchange/conversations/request.ts';
import { stockConversation } from '../../shared/exchange/conversations/stock.ts';
import { taskConversation } from '../../shared/exchange/conversations/task.ts';
import { stockPromiseRoutes as routes } from '../../shared/http/routes/stock-promises.ts';
import { StockViewSchema, stockView } from '../../shared/http/views/stock.ts';
import { freshness } from '../../shared/http/views/upkeep.ts';
import { commandRoute } from '../../shared/lambda/aggregate-routes.ts';
import type { BoundRoute } from '../../shared/lambda/bound-route.ts';
import { commandsOn } from '../../shared/lambda/commands-on.ts';
import type { StockCell } from './stock-cell.ts';

/** Stock lines, and whatever goods can be promised for. */
const CONVERSATIONS = conversationsOf(
  stockConversation,
  incidentConversation,
  requestConversation,
  receivedRequestConversation,
  taskConversation,
);

type Promising = Readonly<{ params: { stockId: string }; body: { purpose: StockPurpose; quantity: number } }>;

const promising = {
  target: ({ params }: Promising) => params.stockId,
  alsoLoad: ({ body }: Promising) => [body.purpose],
};

/** Goods for what belongs to a drill are promised apart from those for what is real. */
const isExerciseOf = (found: Loaded<unknown> | undefined, kind: StockPurpose['kind']): boolean =>
  found !== undefined && conversationAmong(CONVERSATIONS, kind).aggregate.isExercise(found.state);

const promiseOf = ({ body: { purpose, quantity } }: Promising, others: LoadedSet) => ({
  purpose,
  quantity,
  purposeKnown: others.get(purpose) !== undefined,
  exercise: isExerciseOf(others.get(purpose), purpose.kind),
});

/** @returns the id of what the events promised. */
const committedBy = (events: readonly StockEvent[]): string =>
  events.flatMap((event) => (event.type === 'stockCommitted' ? [event.commitment.commitmentId] : [])).join();

const reservedBy = (events: readonly StockEvent[]): string =>
  events.flatMap((event) => (event.type === 'stockReserved' ? [event.reservation.reservationId] : [])).join();

/** @returns the routes of what is promised of stock lines. */
export const boundPromiseRoutes = (cell: StockCell): readonly BoundRoute[] => {
  const conversation = stockConversation;
  const view = (stock: StockState) => stockView(stock, freshness(cell));
  const committed = (stock: StockState, _row: unknown, events: readonly StockEvent[]) => ({
    ...view(stock),
    commitmentId: committedBy(events),
  });
  const on = commandsOn(cell, CONVERSATIONS, { conversation, parameter: 'stockId', schema: StockViewSchema, view });
  return [
    commandRoute(cell, CONVERSATIONS, routes.reserveStock, {
      conversation,
      ...promising,
      command: (input, others): StockCommand => ({
        type: 'reserve',
        ...promiseOf(input, others),
        until: input.body.until,
      }),
      view: (stock, _, events) => ({ ...view(stock), reservationId: reservedBy(events) }),
    }),
    commandRoute(cell, CONVERSATIONS, routes.commitStock, {
      conversation,
      ...promising,
      command: (input, others): StockCommand => ({ type: 'commit', ...promiseOf(input, others) }),
      view: committed,
    }),
    commandRoute(cell, CONVERSATIONS, routes.commitReservedStock, {
      conversation,
      target: ({ params }) => params.stockId,
      command: ({ params: { reservationId }, body }): StockCommand => ({
        type: 'commit-reservation',
        reservationId,
        ...body,
      }),
      view: committed,
    }),
    on(routes.releaseStock, ({ params: { reservationId }, body }) => ({ type: 'release', reservationId, ...body })),
    on(routes.returnStock, ({ params: { commitmentId }, body }) => ({ type: 'return', commitmentId, ...body })),
  ];
};
