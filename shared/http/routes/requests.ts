import * as z from 'zod';
import { CityCodeSchema } from '../../domain/kernel/city-code.ts';
import { refinement } from '../../domain/kernel/issue-sentence.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { DraftItemSchema, OfferMissionSchema } from '../../domain/request/request-item.ts';
import { RequestCardSchema } from '../../domain/request/request-listings.ts';
import { MAXIMUM_ITEMS, RequestStatusSchema } from '../../domain/request/request-state.ts';
import { MAXIMUM_TEAMS_REQUISITIONED } from '../../domain/request/requisition.ts';
import { WorkOrderStepSchema } from '../../domain/request/work-order-step.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS, type Role } from '../roles.ts';
import { route } from '../route.ts';
import { RequestComparisonSchema, RequestReadingSchema, RequestViewSchema } from '../views/request.ts';
import { requestAct as act, requestParams as params } from './request-act.ts';
import { namedSchema, TakingSchema, taking } from './taking.ts';

/** Who writes requests and carries them on. */
const REQUESTERS: readonly Role[] = ['coordinator', 'duty-officer'];
/** Who lets a request out of the house. */
const APPROVERS: readonly Role[] = ['approver', 'representative'];
/** Whose signature binds the city to pay. */
const SIGNATORIES: readonly Role[] = ['representative'];

/** Partners a request can be placed with, and requisitions that can be made, by one command: what fits a transaction. */
const AT_ONCE = 20;

const reasoned = z.strictObject({ reason: wordsSchema(2000) });
const items = z.array(DraftItemSchema).min(1).max(MAXIMUM_ITEMS);

/** Requests that this city places with its partners. */
export const requestRoutes = {
  listRequests: route({
    operationId: 'listRequests',
    method: 'GET',
    path: '/v1/requests',
    tag: 'requests',
    summary: {
      zh: '查询本市发出的请求，可按状态、七步之一或事件，新的在前',
      en: 'List the requests of this city, by status, by one of the seven steps or by incident, newest first',
    },
    access: READERS,
    query: z
      .strictObject({
        status: RequestStatusSchema.optional(),
        step: WorkOrderStepSchema.optional(),
        incidentId: z.uuid().optional(),
        ...pageQuery,
      })
      .refine(({ status, step, incidentId }) => [status, step, incidentId].filter(Boolean).length <= 1, {
        path: ['status'],
        ...refinement({
          zh: '状态、步骤与事件只能择一查询',
          en: 'ask by status, by step or by incident, by one of them',
        }),
      }),
    success: { status: 200, body: pageOf(RequestCardSchema) },
  }),
  draftRequest: route({
    operationId: 'draftRequest',
    method: 'POST',
    path: '/v1/requests',
    tag: 'requests',
    summary: { zh: '为事件起草请求', en: 'Draft a request for an incident' },
    access: REQUESTERS,
    body: z.strictObject({ incidentId: z.uuid(), items }),
    success: { status: 201, body: RequestViewSchema },
  }),
  draftRequestFromPlan: route({
    operationId: 'draftRequestFromPlan',
    method: 'POST',
    path: '/v1/incidents/{incidentId}/requests-from-plan',
    tag: 'requests',
    summary: {
      zh: '按备案预案的请求模板为事件起草请求',
      en: 'Draft a request for an incident as a plan on file has it ready',
    },
    access: REQUESTERS,
    params: z.strictObject({ incidentId: z.uuid() }),
    body: z.strictObject({ planId: z.uuid() }),
    success: { status: 201, body: RequestViewSchema },
  }),
  readRequest: route({
    operationId: 'readRequest',
    method: 'GET',
    path: '/v1/requests/{requestId}',
    tag: 'requests',
    summary: {
      zh: '查看请求：在七步中的哪一步，下一步该谁办，各项时限',
      en: 'Read a request: in which of the seven steps it is, who must move next, and by when',
    },
    access: READERS,
    params,
    success: { status: 200, body: RequestReadingSchema },
  }),
  compareAnswers: route({
    operationId: 'compareAnswers',
    method: 'GET',
    path: '/v1/requests/{requestId}/comparison',
    tag: 'requests',
    summary: {
      zh: '逐项比较各伙伴的答复：匹配、到达、费用',
      en: 'Compare the answers side by side: fit, arrival, cost',
    },
    access: READERS,
    params,
    success: { status: 200, body: RequestComparisonSchema },
  }),
  reviseRequest: route({
    operationId: 'reviseRequest',
    method: 'PUT',
    path: '/v1/requests/{requestId}',
    tag: 'requests',
    summary: { zh: '修改草稿', en: 'Rewrite a draft' },
    access: REQUESTERS,
    params,
    body: z.strictObject({ items }),
    ifMatch: 'required',
    success: { status: 200, body: RequestViewSchema },
  }),
  approveRequest: act({
    operationId: 'approveRequest',
    below: '/approval',
    summary: { zh: '审批请求（须非起草人）', en: 'Approve a request that somebody else wrote' },
    access: APPROVERS,
  }),
  sendRequestBack: act({
    operationId: 'sendRequestBack',
    below: '/send-back',
    summary: { zh: '退回修改', en: 'Send a request back to its authors' },
    access: APPROVERS,
    body: reasoned,
  }),
  placeRequest: act({
    operationId: 'placeRequest',
    below: '/placements',
    summary: {
      zh: '依协议向伙伴发出请求，或再发给其他伙伴',
      en: 'Place a request with partners under their agreements, or with further ones',
    },
    access: REQUESTERS,
    body: z.strictObject({ agreementIds: z.array(z.uuid()).min(1).max(AT_ONCE) }),
  }),
  dispatchOwnTeams: route({
    operationId: 'dispatchOwnTeams',
    method: 'POST',
    path: '/v1/requests/{requestId}/items/{itemId}/own-deployments',
    tag: 'requests',
    summary: {
      zh: '派出本市队伍（直办）：不通知任何伙伴',
      en: 'Send own teams for an item; partners are told nothing',
    },
    access: REQUESTERS,
    params: params.extend({ itemId: z.uuid() }),
    body: z.strictObject({
      teamIds: z.array(z.uuid()).min(1).max(MAXIMUM_TEAMS_REQUISITIONED),
      evenIfMoreThanNeeded: z.boolean().default(false),
    }),
    ifMatch: 'optional',
    success: { status: 200, body: RequestViewSchema },
  }),
  updateRequest: act({
    operationId: 'updateRequest',
    below: '/updates',
    summary: {
      zh: '更新已发出的请求：各伙伴收到新版本',
      en: 'Change a request that partners have; each gets the new version',
    },
    access: REQUESTERS,
    body: z.strictObject({ items }),
  }),
  cancelRequest: act({
    operationId: 'cancelRequest',
    below: '/cancellation',
    summary: { zh: '取消请求', en: 'Cancel a request' },
    access: REQUESTERS,
    body: reasoned,
  }),
  declineAnswer: act({
    operationId: 'declineAnswer',
    below: '/declined-answers',
    summary: { zh: '谢绝伙伴的答复', en: "Decline a partner's answer, so that its teams are free" },
    access: REQUESTERS,
    body: reasoned.extend({ city: CityCodeSchema }),
  }),
  requisitionTeams: act({
    operationId: 'requisitionTeams',
    below: '/requisitions',
    summary: {
      zh: '征调答复中的队伍或物资（授权代表签署）',
      en: 'Requisition teams or lots that partners promised, signed by the representative',
    },
    access: SIGNATORIES,
    body: z.strictObject({ requisitions: z.array(TakingSchema).min(1).max(AT_ONCE) }),
  }),
  takeUpOffer: route({
    operationId: 'takeUpOffer',
    method: 'POST',
    path: '/v1/offers/{offerId}/requests',
    tag: 'requests',
    summary: {
      zh: '采用主动支援：据此建立请求并征调（授权代表签署）',
      en: 'Take up an unsolicited offer: make a request of it and requisition its teams, signed by the representative',
    },
    access: SIGNATORIES,
    params: z.strictObject({ offerId: z.uuid() }),
    body: z.strictObject({
      incidentId: z.uuid(),
      /** The agreement that the offer was made under. */
      agreementId: z.uuid(),
      /** Which resource of the offer. */
      resourceId: z.uuid(),
      mission: OfferMissionSchema,
      teamIds: namedSchema.min(1),
      ...taking,
    }),
    success: { status: 201, body: RequestViewSchema },
  }),
  followUpRequest: act({
    operationId: 'followUpRequest',
    below: '/follow-up',
    summary: { zh: '回访', en: 'Record how the help was' },
    access: REQUESTERS,
    body: z.strictObject({ satisfaction: z.int().min(1).max(5), words: wordsSchema(2000) }),
  }),
  closeRequest: act({
    operationId: 'closeRequest',
    below: '/closure',
    summary: { zh: '办结归档', en: 'Close and archive a request' },
    access: REQUESTERS,
  }),
} as const;
