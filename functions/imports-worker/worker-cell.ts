import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { Cell } from '../../shared/lambda/cell.ts';

/** What working on imports needs of a cell. */
export type WorkerCell = ExecutingCell & Pick<Cell, 'files'>;
