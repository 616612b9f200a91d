import { dutyRoomRoutes } from '../../shared/http/routes/duty-room.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { acknowledge } from './acknowledge.ts';
import { listNotices, listQuarantine, listUnconfirmed } from './lists.ts';

export type DutyRoomCell = HttpCell & Pick<Cell, 'store' | 'clock' | 'newId'>;

/** What the duty room must see without being asked: notices, unconfirmed messages, quarantine. */
export const createHandler = (cell: DutyRoomCell) =>
  createHttpHandler(cell, [
    implement(dutyRoomRoutes.listNotices, async ({ query }) => ({ body: await listNotices(cell, query) })),
    implement(dutyRoomRoutes.acknowledgeNotice, (input) => acknowledge(cell, input)),
    implement(dutyRoomRoutes.listUnconfirmedMessages, async ({ query }) => ({
      body: await listUnconfirmed(cell, query),
    })),
    implement(dutyRoomRoutes.listQuarantine, async ({ query }) => ({ body: await listQuarantine(cell, query) })),
  ]);
