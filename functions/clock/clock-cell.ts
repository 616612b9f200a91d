import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { Cell } from '../../shared/lambda/cell.ts';

/** What the clock needs of a cell. */
export type ClockCell = ExecutingCell & Pick<Cell, 'publisher'>;
