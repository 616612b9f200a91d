import type { Cell } from '../../shared/lambda/cell.ts';
import { onRows, type RowNote } from '../../shared/lambda/row-queue.ts';
import { countEvents } from './count-events.ts';
import { rebuildPage } from './rebuild-page.ts';

export type FiguresWorkerCell = Pick<Cell, 'store' | 'newId' | 'pause' | 'log'>;

const isOfRebuild = ({ pk }: RowNote): boolean => pk.startsWith('figures-rebuild#');

/** Keeps the figures as things are, as it is told of new entries in ledgers; and counts them anew, page after page, when somebody wants it. */
export const createHandler = (cell: FiguresWorkerCell) =>
  onRows(async (notes) => {
    const again = new Set<string>();
    const failed = (partition: string, error: unknown): void => {
      cell.log.error('figures could not be counted', { partition, error: error as Error });
      again.add(partition);
    };
    await countEvents(
      cell,
      notes.filter((note) => !isOfRebuild(note)),
      failed,
    );
    for (const note of notes.filter(isOfRebuild))
      await rebuildPage(cell, note).catch((error: unknown) => failed(note.pk, error));
    return again;
  });
