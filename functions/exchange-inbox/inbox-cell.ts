import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { Cell } from '../../shared/lambda/cell.ts';

/** What receiving messages needs of a cell. */
export type InboxCell = ExecutingCell & Pick<Cell, 'verifier' | 'publisher'>;
