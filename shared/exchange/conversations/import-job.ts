import { importJob } from '../../domain/import-job/import-job.ts';
import type { ImportJobCommand } from '../../domain/import-job/import-job-commands.ts';
import type { ImportJobEvent } from '../../domain/import-job/import-job-events.ts';
import type { ImportJobState } from '../../domain/import-job/import-job-state.ts';
import type { Conversation } from '../conversation.ts';

/** Imports are this city's own affair. */
export const importJobConversation: Conversation<ImportJobState, ImportJobCommand, ImportJobEvent> = {
  aggregate: importJob,
  outgoing: () => [],
  incoming: () => undefined,
};
