import type { ExecutingCell } from '../../shared/data/execute.ts';
import {
  CallOutCardSchema,
  callOutList,
  OwnCallOutCardSchema,
  ownCallOutList,
} from '../../shared/domain/call-out/call-out-listings.ts';
import { callOutConversation } from '../../shared/exchange/conversations/call-out.ts';
import { callOutRoutes as routes } from '../../shared/http/routes/call-outs.ts';
import { callOutView, ownCallOutView } from '../../shared/http/views/call-out.ts';
import { listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { coordinatorRoutes } from './coordinator-routes.ts';
import { ownRoutes } from './own-routes.ts';

export type CallOutsCell = HttpCell & ExecutingCell;

/** Call-outs of experts. */
export const createHandler = (cell: CallOutsCell) =>
  createHttpHandler(cell, [
    implement(routes.listCallOuts, async ({ query: { limit, cursor, ...filter } }) => ({
      body: await listCards(cell, callOutList(filter), { limit, cursor }, CallOutCardSchema, { descending: true }),
    })),
    implement(routes.readCallOut, async ({ params }) => {
      const { state, row } = await loadOr404(cell, callOutConversation, params.callOutId);
      return { body: callOutView(state), version: row.version };
    }),
    implement(routes.listOwnCallOuts, async ({ query, person }) => ({
      body: await listCards(cell, ownCallOutList(person.id), query, OwnCallOutCardSchema, { descending: true }),
    })),
    implement(routes.readOwnCallOut, async ({ params, person }) => {
      const { state, row } = await loadOr404(cell, callOutConversation, params.callOutId);
      return { body: ownCallOutView(state, person.id), version: row.version };
    }),
    ...coordinatorRoutes(cell),
    ...ownRoutes(cell),
  ]);
