import { DEAD_LETTER_QUEUES } from '../../shared/exchange/dead-letters.ts';
import { setAsideRoutes } from '../../shared/http/routes/set-aside.ts';
import { deadLettersView } from '../../shared/http/views/dead-letters.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { redrive } from './redrive.ts';
import { retry } from './retry.ts';

export type SetAsideCell = HttpCell & Pick<Cell, 'store' | 'clock' | 'newId' | 'deadLetters' | 'publisher'>;

/** What was set aside because it could not be worked on, and having it tried again. */
export const createHandler = (cell: SetAsideCell) =>
  createHttpHandler(cell, [
    implement(setAsideRoutes.listDeadLetters, async () => ({
      body: {
        items: await Promise.all(
          DEAD_LETTER_QUEUES.map(async (queue) => deadLettersView(queue, await cell.deadLetters.look(queue))),
        ),
      },
    })),
    implement(setAsideRoutes.redriveDeadLetters, (input) => redrive(cell, input)),
    implement(setAsideRoutes.retryQuarantined, (input) => retry(cell, input)),
  ]);
