import type { ExecutingCell } from '../../shared/data/execute.ts';
import { IMPORT_JOB_LIST, ImportJobCardSchema } from '../../shared/domain/import-job/import-job-listings.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { importJobConversation } from '../../shared/exchange/conversations/import-job.ts';
import { importRoutes as routes, SPREADSHEET_TYPES } from '../../shared/http/routes/imports.ts';
import { ImportJobViewSchema, importJobView } from '../../shared/http/views/import-job.ts';
import { listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { commandsOn } from '../../shared/lambda/commands-on.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { askForCheck } from './ask-for-check.ts';
import { errorsFile, listErrors } from './import-errors.ts';
import { openImport } from './open-import.ts';

const CONVERSATIONS = conversationsOf(importJobConversation);

export type ImportsCell = HttpCell & ExecutingCell & Pick<Cell, 'files'>;

/** Spreadsheets on their way into the registry. */
export const createHandler = (cell: ImportsCell) => {
  const conversation = importJobConversation;
  const on = commandsOn(cell, CONVERSATIONS, {
    conversation,
    parameter: 'importId',
    schema: ImportJobViewSchema,
    view: importJobView,
  });
  const jobOf = async ({ importId }: { readonly importId: string }) => loadOr404(cell, conversation, importId);
  return createHttpHandler(cell, [
    implement(routes.openImport, (input) => openImport(cell, input)),
    implement(routes.listImports, async ({ query }) => ({
      body: await listCards(cell, IMPORT_JOB_LIST, query, ImportJobCardSchema, { descending: true }),
    })),
    implement(routes.readImport, async ({ params }) => {
      const { state, row } = await jobOf(params);
      return { body: importJobView(state), version: row.version };
    }),
    implement(routes.checkImport, (input) => askForCheck(cell, input)),
    implement(routes.listImportErrors, async ({ params, query }) => ({
      body: await listErrors(cell, (await jobOf(params)).state, query),
    })),
    implement(routes.exportImportErrors, async ({ params, language }) => {
      const { state } = await jobOf(params);
      const bytes = await errorsFile(cell, state, language);
      const fileName = `${state.fileName}-errors.csv`;
      return { body: '', raw: { contentType: SPREADSHEET_TYPES.csv, bytes, cacheSeconds: 0, fileName } };
    }),
    on(routes.applyImport, ({ body }) => ({ type: 'apply', ...body })),
    on(routes.cancelImport, ({ body }) => ({ type: 'cancel', ...body })),
  ]);
};
