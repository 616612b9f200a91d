import type { Aggregate, NoticeDraft } from '../kernel/aggregate.ts';
import { urgent } from '../kernel/notice.ts';
import { decideImportJob } from './decide-import-job.ts';
import { evolveImportJob } from './evolve-import-job.ts';
import { ATTEMPTS_BEFORE_NOTICE, nextLookAt } from './import-job-clock.ts';
import type { ImportJobCommand } from './import-job-commands.ts';
import { type ImportJobEvent, ImportJobEventSchema } from './import-job-events.ts';
import { importJobListings } from './import-job-listings.ts';
import { type ImportJobState, ImportJobStateSchema } from './import-job-state.ts';

const notices = (event: ImportJobEvent, job: ImportJobState): readonly NoticeDraft[] => {
  if (event.type === 'importTakenUpAgain' && job.attempts === ATTEMPTS_BEFORE_NOTICE)
    return [
      urgent(
        `导入文件“${job.fileName}”多次重试仍无进展，请联系管理员。`,
        `The import of the file "${job.fileName}" does not come further, though it was tried again; tell the administrator.`,
      ),
    ];
  if (event.type === 'importDone' && job.status === 'done' && job.errors > 0)
    return [
      urgent(
        `导入文件“${job.fileName}”已完成，但有${job.errors}行因登记内容已变化而未能导入，请查看。`,
        `The import of the file "${job.fileName}" is done, but rows (${job.errors}) were not taken, because the registry had changed; look at them.`,
      ),
    ];
  return [];
};

/** A spreadsheet on its way into the registry. */
export const importJob: Aggregate<ImportJobState, ImportJobCommand, ImportJobEvent> = {
  kind: 'import-job',
  stateSchema: ImportJobStateSchema,
  eventSchema: ImportJobEventSchema,
  decide: decideImportJob,
  evolve: evolveImportJob,
  dueAt: nextLookAt,
  listings: importJobListings,
  notices,
  isExercise: () => false,
};
