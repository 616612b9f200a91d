import { stock } from '../../domain/stock/stock.ts';
import type { StockCommand } from '../../domain/stock/stock-commands.ts';
import type { StockEvent } from '../../domain/stock/stock-events.ts';
import type { StockState } from '../../domain/stock/stock-state.ts';
import type { Conversation } from '../conversation.ts';

/** Stock lines say nothing to partners themselves. */
export const stockConversation: Conversation<StockState, StockCommand, StockEvent> = {
  aggregate: stock,
  outgoing: () => [],
  incoming: () => undefined,
};
