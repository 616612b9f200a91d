import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { ReceivedRequestCommand } from '../../shared/domain/received-request/received-request-commands.ts';
import {
  ReceivedRequestCardSchema,
  receivedRequestList,
} from '../../shared/domain/received-request/received-request-listings.ts';
import { receivedRequestConversation } from '../../shared/exchange/conversations/received-request.ts';
import { stockConversation } from '../../shared/exchange/conversations/stock.ts';
import { teamConversation } from '../../shared/exchange/conversations/team.ts';
import { receivedRequestRoutes as routes } from '../../shared/http/routes/received-requests.ts';
import { receivedRequestView } from '../../shared/http/views/received-request.ts';
import { listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { pendingIn } from '../../shared/lambda/pending.ts';
import { answerFromPackage } from './answer-from-package.ts';
import { commitRequisition } from './commit-requisition.ts';
import { onRequest } from './on-request.ts';

export type ReceivedRequestsCell = HttpCell & ExecutingCell;

/** Requests that partner cities place with this one. */
export const createHandler = (cell: ReceivedRequestsCell) =>
  createHttpHandler(cell, [
    implement(routes.listReceivedRequests, async ({ query: { status, city, ...page } }) => {
      const list = receivedRequestList({ status, city });
      const isOpenList = status === undefined && city === undefined;
      return { body: await listCards(cell, list, page, ReceivedRequestCardSchema, { descending: !isOpenList }) };
    }),
    implement(routes.readReceivedRequest, async ({ params }) => {
      const loaded = await loadOr404(cell, receivedRequestConversation, params.requestId);
      const pending = pendingIn(cell, receivedRequestConversation, loaded);
      return {
        body: { ...receivedRequestView(loaded.state, cell.clock.now()), pending },
        version: loaded.row.version,
      };
    }),
    onRequest(cell, routes.answerReceivedRequest, {
      alsoLoad: ({ body }) => [
        ...teamIdsOf(body.items).map((id) => ({ kind: 'team' as const, id })),
        ...stockIdsOf(body.items).map((id) => ({ kind: 'stock' as const, id })),
      ],
      command: ({ body: { items } }, others) => ({
        type: 'answer',
        items,
        teams: teamIdsOf(items).flatMap((id) => others.state(teamConversation, id) ?? []),
        stock: stockIdsOf(items).flatMap((id) => others.state(stockConversation, id) ?? []),
      }),
    }),
    answerFromPackage(cell),
    onRequest(cell, routes.withdrawAnswer, {
      command: ({ params: { messageId }, body }) => ({ type: 'withdraw-answer', messageId, ...body }),
    }),
    commitRequisition(cell),
    onRequest(cell, routes.refuseRequisition, {
      command: ({ params: { requisitionId }, body }) => ({ type: 'refuse-requisition', requisitionId, ...body }),
    }),
    onRequest(cell, routes.archiveReceivedRequest, { command: () => ({ type: 'archive' }) }),
  ]);

type Decisions = Extract<ReceivedRequestCommand, { type: 'answer' }>['items'];

const teamIdsOf = (items: Decisions): readonly string[] =>
  items.flatMap((item) => (item.response === 'decline' ? [] : item.teamIds));

const stockIdsOf = (items: Decisions): readonly string[] =>
  items.flatMap((item) => (item.response === 'decline' ? [] : (item.lots ?? []).map(({ stockId }) => stockId)));
