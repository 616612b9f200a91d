import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { LoadedSet } from '../../shared/data/loaded.ts';
import type { RequestCommand } from '../../shared/domain/request/request-commands.ts';
import { RequestCardSchema, requestList } from '../../shared/domain/request/request-listings.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { agreementConversation } from '../../shared/exchange/conversations/agreement.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { offerConversation } from '../../shared/exchange/conversations/offer.ts';
import { planConversation } from '../../shared/exchange/conversations/plan.ts';
import { requestConversation } from '../../shared/exchange/conversations/request.ts';
import { requestRoutes as routes } from '../../shared/http/routes/requests.ts';
import { comparisonView, RequestViewSchema, requestView } from '../../shared/http/views/request.ts';
import { commandRoute, listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { type BoundRoute, implement } from '../../shared/lambda/bound-route.ts';
import { commandsOn } from '../../shared/lambda/commands-on.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { dispatchOwnTeams } from './own-teams.ts';
import { readRequest } from './read-request.ts';

const CONVERSATIONS = conversationsOf(
  requestConversation,
  incidentConversation,
  agreementConversation,
  offerConversation,
  planConversation,
);

export type RequestsCell = HttpCell & ExecutingCell;

/** Requests that this city places with its partners. */
export const createHandler = (cell: RequestsCell) => {
  const on = onRequest(cell);
  return createHttpHandler(cell, [
    implement(routes.listRequests, async ({ query }) => ({
      body: await listCards(cell, requestList(query), query, RequestCardSchema, { descending: true }),
    })),
    implement(routes.readRequest, async ({ params }) => {
      const { reading, version } = await readRequest(cell, params.requestId);
      return { body: reading, version };
    }),
    implement(routes.compareAnswers, async ({ params: { requestId } }) => {
      const { state, row } = await loadOr404(cell, requestConversation, requestId);
      return { body: comparisonView(state), version: row.version };
    }),
    ...draftRoutes(cell, on),
    ...partnerRoutes(cell, on),
    ...endRoutes(on),
  ]);
};

const draftRoutes = (cell: RequestsCell, on: OnRequest): readonly BoundRoute[] => [
  commandRoute(cell, CONVERSATIONS, routes.draftRequest, {
    conversation: requestConversation,
    target: cell.newId,
    alsoLoad: ({ body }) => [{ kind: 'incident', id: body.incidentId }],
    command: ({ body: { incidentId, items } }, others, requestId): RequestCommand => ({
      type: 'draft',
      requestId,
      incident: others.state(incidentConversation, incidentId),
      items,
    }),
    view: requestView,
  }),
  draftFromPlan(cell),
  on(routes.reviseRequest, ({ body }) => ({ type: 'revise', ...body })),
  on(routes.approveRequest, () => ({ type: 'approve' })),
  on(routes.sendRequestBack, ({ body }) => ({ type: 'send-back', ...body })),
];

const draftFromPlan = (cell: RequestsCell): BoundRoute =>
  commandRoute(cell, CONVERSATIONS, routes.draftRequestFromPlan, {
    conversation: requestConversation,
    target: cell.newId,
    alsoLoad: ({ params, body }) => [
      { kind: 'incident', id: params.incidentId },
      { kind: 'plan', id: body.planId },
    ],
    command: ({ params, body }, others, requestId): RequestCommand => ({
      type: 'draft-from-plan',
      requestId,
      incident: others.state(incidentConversation, params.incidentId),
      plan: others.state(planConversation, body.planId),
    }),
    view: requestView,
  });

const partnerRoutes = (cell: RequestsCell, on: OnRequest): readonly BoundRoute[] => [
  commandRoute(cell, CONVERSATIONS, routes.placeRequest, {
    conversation: requestConversation,
    target: ({ params }) => params.requestId,
    alsoLoad: ({ body }) => body.agreementIds.map((id) => ({ kind: 'agreement', id })),
    command: ({ body }, others): RequestCommand => ({ type: 'place', agreements: chosen(body.agreementIds, others) }),
    view: requestView,
  }),
  dispatchOwnTeams(cell),
  on(routes.updateRequest, ({ body }) => ({ type: 'update', ...body })),
  on(routes.declineAnswer, ({ body }) => ({ type: 'decline-answer', ...body })),
  on(routes.requisitionTeams, ({ body }) => ({ type: 'requisition', takings: body.requisitions })),
  takeUpOffer(cell),
];

const takeUpOffer = (cell: RequestsCell): BoundRoute =>
  commandRoute(cell, CONVERSATIONS, routes.takeUpOffer, {
    conversation: requestConversation,
    target: cell.newId,
    alsoLoad: ({ params, body }) => [
      { kind: 'offer', id: params.offerId },
      { kind: 'incident', id: body.incidentId },
      { kind: 'agreement', id: body.agreementId },
    ],
    command: ({ params, body }, others, requestId): RequestCommand => {
      const { incidentId, agreementId, resourceId, mission, ...taking } = body;
      return {
        ...{ type: 'take-up-offer', requestId, offerId: params.offerId, resourceId, mission, taking },
        offer: others.state(offerConversation, params.offerId),
        incident: others.state(incidentConversation, incidentId),
        agreement: { agreementId, agreement: others.state(agreementConversation, agreementId) },
      };
    },
    view: requestView,
  });

const endRoutes = (on: OnRequest): readonly BoundRoute[] => [
  on(routes.cancelRequest, ({ body }) => ({ type: 'cancel', ...body })),
  on(routes.followUpRequest, ({ body }) => ({ type: 'follow-up', ...body })),
  on(routes.closeRequest, () => ({ type: 'close' })),
];

const chosen = (agreementIds: readonly string[], others: LoadedSet) =>
  agreementIds.map((agreementId) => ({ agreementId, agreement: others.state(agreementConversation, agreementId) }));

/** Binds commands on the request that the path names. */
const onRequest = (cell: RequestsCell) =>
  commandsOn(cell, CONVERSATIONS, {
    conversation: requestConversation,
    parameter: 'requestId',
    schema: RequestViewSchema,
    view: requestView,
  });
type OnRequest = ReturnType<typeof onRequest>;
