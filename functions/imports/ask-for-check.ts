import { type Done, execute } from '../../shared/data/execute.ts';
import type { ImportJobState } from '../../shared/domain/import-job/import-job-state.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { importJobConversation } from '../../shared/exchange/conversations/import-job.ts';
import { importRoutes } from '../../shared/http/routes/imports.ts';
import { type ImportJobView, importJobView } from '../../shared/http/views/import-job.ts';
import { outputOf } from '../../shared/lambda/aggregate-routes.ts';
import type { RouteInput, RouteOutput } from '../../shared/lambda/bound-route.ts';
import { importFiles } from '../../shared/spreadsheet/import-files.ts';
import type { ImportsCell } from './handler.ts';

const view = ({ state }: Done): ImportJobView => importJobView(state as ImportJobState);

/** Has an uploaded file checked; whether it is there, and whole, is for the import to judge by its size. */
export const askForCheck = async (
  cell: ImportsCell,
  { params: { importId }, actor, ifMatch, idempotency }: RouteInput<{ readonly importId: string }, unknown, unknown>,
): Promise<RouteOutput<ImportJobView>> => {
  const size = await cell.files.size(importFiles.upload(importId));
  const executed = await execute(cell, conversationsOf(importJobConversation), {
    target: { kind: 'import-job', id: importId },
    actor,
    command: () => ({ type: 'check', size }),
    ...(ifMatch === undefined ? {} : { ifMatch }),
    ...(idempotency === undefined ? {} : { idempotency }),
    answer: (done) => ({
      status: importRoutes.checkImport.success.status,
      body: view(done),
      etag: `"${done.row.version}"`,
    }),
  });
  return outputOf(executed, view);
};
