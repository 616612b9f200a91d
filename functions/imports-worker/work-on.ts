import { execute } from '../../shared/data/execute.ts';
import { load } from '../../shared/data/loaded.ts';
import type { ImportJobCommand } from '../../shared/domain/import-job/import-job-commands.ts';
import { isAtWork, type JobAtWork } from '../../shared/domain/import-job/import-job-state.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { importJobConversation } from '../../shared/exchange/conversations/import-job.ts';
import { applyPart } from './apply-part.ts';
import { checkPart } from './check-part.ts';
import { readUpload } from './read-upload.ts';
import type { WorkerCell } from './worker-cell.ts';

const CONVERSATIONS = conversationsOf(importJobConversation);

const step = (cell: WorkerCell, job: JobAtWork): Promise<ImportJobCommand> => {
  switch (job.status) {
    case 'reading':
      return readUpload(cell, job);
    case 'checking':
      return checkPart(cell, job);
    case 'applying':
      return applyPart(cell, job);
  }
};

/**
 * Works on an import, piece after piece, each noted when it is done, until there is nothing more to do for it or no time. What is
 * left is gone on with from the last piece noted: the note itself sets the next one going.
 */
export const workOn = async (cell: WorkerCell, importId: string, hasTime: () => boolean): Promise<void> => {
  for (let isFirst = true; isFirst || hasTime(); isFirst = false) {
    const loaded = await load(cell.store, importJobConversation, importId);
    if (!loaded || !isAtWork(loaded.state)) return;
    const note = await step(cell, loaded.state);
    await execute(cell, CONVERSATIONS, {
      target: { kind: 'import-job', id: importId },
      actor: { kind: 'clock', city: cell.city },
      command: () => note,
    });
  }
};
