import type { LoadedSet } from '../../shared/data/loaded.ts';
import type { StockCommand } from '../../shared/domain/stock/stock-commands.ts';
import type { StockState } from '../../shared/domain/stock/stock-state.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { depotConversation } from '../../shared/exchange/conversations/depot.ts';
import { stockConversation } from '../../shared/exchange/conversations/stock.ts';
import { stockRoutes as routes } from '../../shared/http/routes/stock.ts';
import { StockViewSchema, stockView } from '../../shared/http/views/stock.ts';
import { freshness } from '../../shared/http/views/upkeep.ts';
import { commandRoute, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { type BoundRoute, implement } from '../../shared/lambda/bound-route.ts';
import { commandsOn } from '../../shared/lambda/commands-on.ts';
import { SUPPLY_CODES } from '../../shared/reference/supply-codes.ts';
import { listStock } from './list-stock.ts';
import type { StockCell } from './stock-cell.ts';

const CONVERSATIONS = conversationsOf(stockConversation, depotConversation);

const depotNamed = ({ body: { depotId } }: Readonly<{ body: { depotId: string } }>) => [
  { kind: 'depot', id: depotId } as const,
];

const depotOf = (others: LoadedSet, depotId: string) => others.state(depotConversation, depotId);

/** @returns the routes of the registry of stock, and of goods that come and go. */
export const boundStockRoutes = (cell: StockCell): readonly BoundRoute[] => {
  const conversation = stockConversation;
  const view = (stock: StockState) => stockView(stock, freshness(cell));
  const on = commandsOn(cell, CONVERSATIONS, { conversation, parameter: 'stockId', schema: StockViewSchema, view });
  return [
    implement(routes.listStock, async ({ query }) => ({ body: await listStock(cell, query) })),
    implement(routes.listSupplyCodes, async () => ({ body: { items: [...SUPPLY_CODES] } })),
    implement(routes.readStock, async ({ params }) => {
      const { state, row } = await loadOr404(cell, conversation, params.stockId);
      return { body: view(state), version: row.version };
    }),
    commandRoute(cell, CONVERSATIONS, routes.registerStock, {
      conversation,
      target: cell.newId,
      alsoLoad: depotNamed,
      command: ({ body: { quantity, ...details } }, others, id): StockCommand => ({
        type: 'register',
        id,
        details,
        quantity,
        depot: depotOf(others, details.depotId),
      }),
      view,
    }),
    commandRoute(cell, CONVERSATIONS, routes.changeStock, {
      conversation,
      target: ({ params }) => params.stockId,
      alsoLoad: depotNamed,
      command: ({ body }, others): StockCommand => ({
        type: 'change',
        details: body,
        depot: depotOf(others, body.depotId),
      }),
      view,
    }),
    on(routes.receiveStock, ({ body }) => ({ type: 'receive', ...body })),
    on(routes.issueStock, ({ body }) => ({ type: 'issue', ...body })),
    on(routes.writeOffStock, ({ body }) => ({ type: 'write-off', ...body })),
    on(routes.countStock, ({ body }) => ({ type: 'count', ...body })),
    on(routes.retireStock, ({ body }) => ({ type: 'retire', ...body })),
  ];
};
