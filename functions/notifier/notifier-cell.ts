import type { Cell } from '../../shared/lambda/cell.ts';

/** What bringing notices to people needs of a cell. */
export type NotifierCell = Pick<Cell, 'city' | 'store' | 'clock' | 'newId' | 'log' | 'secrets' | 'outbound'>;
