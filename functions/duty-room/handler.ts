import { boardRoutes } from '../../shared/http/routes/board.ts';
import { dutyRoomRoutes } from '../../shared/http/routes/duty-room.ts';
import { deadlineRulesView } from '../../shared/http/views/deadline-rules.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { cityRulesOf } from '../../shared/reference/city-rules.ts';
import { acknowledge } from './acknowledge.ts';
import { readBoard } from './board.ts';
import { listNotices, listQuarantine, listUnconfirmed } from './lists.ts';
import { readPartnerLinks } from './partner-links.ts';

export type DutyRoomCell = HttpCell & Pick<Cell, 'city' | 'store' | 'clock' | 'newId'>;

/** What the duty room must see without being asked: notices, unconfirmed messages, quarantine. */
export const createHandler = (cell: DutyRoomCell) =>
  createHttpHandler(cell, [
    implement(dutyRoomRoutes.listNotices, async ({ query }) => ({ body: await listNotices(cell, query) })),
    implement(dutyRoomRoutes.acknowledgeNotice, (input) => acknowledge(cell, input)),
    implement(dutyRoomRoutes.listUnconfirmedMessages, async ({ query }) => ({
      body: await listUnconfirmed(cell, query),
    })),
    implement(boardRoutes.readBoard, async ({ query }) => ({ body: await readBoard(cell, query) })),
    implement(boardRoutes.readPartnerLinks, async () => ({ body: await readPartnerLinks(cell) })),
    implement(boardRoutes.readDeadlineRules, async () => ({ body: deadlineRulesView(cityRulesOf(cell.city)) })),
    implement(dutyRoomRoutes.listQuarantine, async ({ query }) => ({ body: await listQuarantine(cell, query) })),
  ]);
