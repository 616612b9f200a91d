import { loadSet } from '../../shared/data/loaded.ts';
import {
  codeRange,
  expiringUntil,
  promisedStockList,
  STOCK_LIST,
  StockCardSchema,
  stockList,
} from '../../shared/domain/stock/stock-listings.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { stockConversation } from '../../shared/exchange/conversations/stock.ts';
import type { StockQuery } from '../../shared/http/routes/stock.ts';
import { type StockListEntry, stockStanding } from '../../shared/http/views/stock.ts';
import { freshness } from '../../shared/http/views/upkeep.ts';
import { listCards } from '../../shared/lambda/aggregate-routes.ts';
import type { Cell } from '../../shared/lambda/cell.ts';

const CONVERSATIONS = conversationsOf(stockConversation);

const listFor = ({ depotId, code, expiringUntil: until, promisedFor }: StockQuery): string => {
  if (promisedFor !== undefined) return promisedStockList(promisedFor);
  const nothingAsked = depotId === undefined && code === undefined && until === undefined;
  return nothingAsked ? STOCK_LIST : stockList({ depotId, expiring: until !== undefined });
};

const rangeFor = ({ code, expiringUntil: until }: StockQuery) => {
  if (code !== undefined) return { between: codeRange(code) };
  return until === undefined ? {} : { between: expiringUntil(until) };
};

/** A page of the stock: one Query for its lines and one BatchGetItem for their quantities, which change by the hour. */
export const listStock = async (
  cell: Pick<Cell, 'store' | 'clock' | 'staleAfterDays'>,
  query: StockQuery,
): Promise<{ items: StockListEntry[]; nextCursor?: string }> => {
  const { items, ...next } = await listCards(cell, listFor(query), query, StockCardSchema, rangeFor(query));
  const references = items.map(({ stockId }) => ({ kind: 'stock' as const, id: stockId }));
  const lines = await loadSet(cell.store, CONVERSATIONS, references);
  const at = freshness(cell);
  const entries = items.flatMap((card): StockListEntry[] => {
    const line = lines.state(stockConversation, card.stockId);
    return line ? [{ ...card, ...stockStanding(line, at) }] : [];
  });
  return { items: entries, ...next };
};
