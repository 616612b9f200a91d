import { onRows } from '../../shared/lambda/row-queue.ts';
import { workOn } from './work-on.ts';
import type { WorkerCell } from './worker-cell.ts';

/** Time that the longest piece takes, with room to spare, milliseconds: with less left, none is begun. */
const LONGEST_PIECE_MS = 60_000;

/**
 * Works on imports, as it is told that there is something to do for them. One that fails comes again; what was done of it stays
 * done.
 */
export const createHandler = (cell: WorkerCell) =>
  onRows(async (notes, context) => {
    const hasTime = (): boolean => context.getRemainingTimeInMillis() > LONGEST_PIECE_MS;
    const failed = new Set<string>();
    for (const partition of new Set(notes.map(({ pk }) => pk))) {
      const [, importId = ''] = partition.split('#');
      try {
        await workOn(cell, importId, hasTime);
      } catch (error) {
        cell.log.error('an import could not be gone on with', { importId, error: error as Error });
        failed.add(partition);
      }
    }
    return failed;
  });
