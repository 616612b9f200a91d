import { type ExecutingCell, execute } from '../../shared/data/execute.ts';
import { load, loadSet } from '../../shared/data/loaded.ts';
import type { DepotCommand } from '../../shared/domain/depot/depot-commands.ts';
import type { DepotState } from '../../shared/domain/depot/depot-state.ts';
import { sameContent } from '../../shared/domain/request/same-content.ts';
import type { StockCommand } from '../../shared/domain/stock/stock-commands.ts';
import { StockCardSchema, stockList } from '../../shared/domain/stock/stock-listings.ts';
import { stockDepotOf } from '../../shared/domain/stock/stock-state.ts';
import type { SomeConversations } from '../../shared/exchange/conversation.ts';
import { depotConversation } from '../../shared/exchange/conversations/depot.ts';
import { stockConversation } from '../../shared/exchange/conversations/stock.ts';
import { listCards } from '../../shared/lambda/aggregate-routes.ts';

/** Stock lines looked at together, and those told in one go; the clock comes again for the others. */
const PAGE = 100;
const TOLD_AT_A_TIME = 200;

/** @returns the lines on a page of the depot's list that do not know it as it is, and where the next page begins. */
const behind = async (
  { store }: Pick<ExecutingCell, 'store'>,
  conversations: SomeConversations,
  depot: DepotState,
  cursor: string | undefined,
): Promise<{ readonly ids: readonly string[]; readonly nextCursor?: string }> => {
  const page = await listCards({ store }, stockList({ depotId: depot.id }), { limit: PAGE, cursor }, StockCardSchema);
  const { items, ...next } = page;
  const references = items.map(({ stockId }) => ({ kind: 'stock' as const, id: stockId }));
  const lines = await loadSet(store, conversations, references);
  const known = stockDepotOf(depot);
  const ids = items.flatMap(({ stockId }) => {
    const line = lines.state(stockConversation, stockId);
    return line && !sameContent(line.depot, known) ? [stockId] : [];
  });
  return { ids, ...next };
};

/**
 * Has the stock lines of a depot follow what changed of it: a transaction each. Does nothing when they all know, so it may be
 * called at any time and again. Costs a GetItem where nothing is to be told.
 */
export const tellStock = async (cell: ExecutingCell, conversations: SomeConversations, id: string): Promise<void> => {
  const depot = (await load(cell.store, depotConversation, id))?.state;
  if (depot?.stockToTell === undefined || depot.stockToTell > cell.clock.now()) return;
  const actor = { kind: 'clock', city: cell.city } as const;
  let told = 0;
  let cursor: string | undefined;
  do {
    const { ids, nextCursor } = await behind(cell, conversations, depot, cursor);
    for (const stockId of ids) {
      const command: StockCommand = { type: 'follow-depot', depot };
      await execute(cell, conversations, { target: { kind: 'stock', id: stockId }, actor, command: () => command });
    }
    told += ids.length;
    cursor = nextCursor;
  } while (cursor !== undefined && told < TOLD_AT_A_TIME);
  if (cursor !== undefined) return;
  const command: DepotCommand = { type: 'stock-told', since: depot.stockToTell };
  await execute(cell, conversations, { target: { kind: 'depot', id }, actor, command: () => command });
};
