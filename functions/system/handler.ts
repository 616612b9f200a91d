import { systemRoutes } from '../../shared/http/routes/system.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { docsFile, docsPage } from './docs-page.ts';
import { openApi } from './openapi.ts';
import { unmatchedProblem } from './unmatched.ts';

/** Health, the API's description, and the answer to whatever no route matches. */
export const createHandler = (cell: HttpCell & Pick<Cell, 'clock'>) =>
  createHttpHandler(
    cell,
    [
      implement(systemRoutes.readHealth, async () => ({
        body: { status: 'ok' as const, city: cell.city, time: cell.clock.now() },
      })),
      implement(systemRoutes.readOpenApi, async () => ({ body: openApi() })),
      implement(systemRoutes.readDocs, async () => ({ body: '', raw: docsPage(cell.city) })),
      implement(systemRoutes.readDocsFile, async ({ params }) => ({ body: '', raw: await docsFile(params.file) })),
    ],
    { unmatched: ({ rawPath }) => unmatchedProblem(rawPath, openApi().paths) },
  );
