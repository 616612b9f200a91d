import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import type { HttpCell } from '../../shared/lambda/http-handler.ts';

/** What depots and stock need of a cell. */
export type StockCell = HttpCell & ExecutingCell & Pick<Cell, 'staleAfterDays'>;
