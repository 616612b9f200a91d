import * as z from 'zod';
import { CityCodeSchema } from '../../domain/kernel/city-code.ts';
import { refinement } from '../../domain/kernel/issue-sentence.ts';
import {
  CommitmentDetailsSchema,
  ItemDecisionSchema,
  ReasonSchema,
} from '../../domain/received-request/received-request-commands.ts';
import { ReceivedRequestCardSchema } from '../../domain/received-request/received-request-listings.ts';
import { ReceivedRequestStatusSchema } from '../../domain/received-request/received-request-state.ts';
import { NAMES_SOMETHING } from '../../domain/request/answer.ts';
import { MAXIMUM_TEAMS_REQUISITIONED } from '../../domain/request/requisition.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS, type Role } from '../roles.ts';
import { route } from '../route.ts';
import { ReceivedRequestReadingSchema, ReceivedRequestViewSchema } from '../views/received-request.ts';

/** Who answers for the city until it is bound. */
const ANSWERERS: readonly Role[] = ['coordinator', 'duty-officer'];
/** Whose signature binds it. */
const SIGNATORIES: readonly Role[] = ['representative'];

/** Teams and stock lines named in one answer: all are read together with the request. */
const MAXIMUM_NAMED = 90;

/** Stock lines named in one answer: goods of each are kept back in the transaction that gives it, which holds a hundred rows. */
const MAXIMUM_LOTS_NAMED = 20;

type Decisions = readonly z.infer<typeof ItemDecisionSchema>[];
const teamsNamed = (items: Decisions): number =>
  items.reduce((sum, item) => sum + (item.response === 'decline' ? 0 : item.teamIds.length), 0);
const lotsNamed = (items: Decisions): number =>
  items.reduce((sum, item) => sum + (item.response === 'decline' ? 0 : (item.lots?.length ?? 0)), 0);

const params = z.strictObject({ requestId: z.uuid() });
const requisitionParams = params.extend({ requisitionId: z.uuid() });
const reasoned = z.strictObject({ reason: ReasonSchema });

const ReceivedRequestQuerySchema = z
  .strictObject({ status: ReceivedRequestStatusSchema.optional(), city: CityCodeSchema.optional(), ...pageQuery })
  .refine(({ status, city }) => status === undefined || city === undefined, {
    path: ['city'],
    ...refinement({ zh: '状态和城市只能选其一', en: 'look up by status or by city, not by both' }),
  });

const AnswerBodySchema = z
  .strictObject({ items: z.array(ItemDecisionSchema).min(1).max(100) })
  .refine(
    ({ items }) => teamsNamed(items) + lotsNamed(items) <= MAXIMUM_NAMED && lotsNamed(items) <= MAXIMUM_LOTS_NAMED,
    {
      path: ['items'],
      ...refinement({
        zh: `一次答复最多列${MAXIMUM_NAMED}支队伍和库存，其中库存至多${MAXIMUM_LOTS_NAMED}条`,
        en: `an answer names at most ${MAXIMUM_NAMED} teams and stock lines, of the latter at most ${MAXIMUM_LOTS_NAMED}`,
      }),
    },
  );

const CommitmentBodySchema = CommitmentDetailsSchema.extend({
  /** The teams to commit: all that were requisitioned, or those of them that can be had. */
  teamIds: z.array(z.uuid()).max(MAXIMUM_TEAMS_REQUISITIONED).default([]),
  /** The same of lots, by their stock lines. */
  stockIds: z.array(z.uuid()).max(MAXIMUM_TEAMS_REQUISITIONED).default([]),
}).refine(({ teamIds, stockIds }) => teamIds.length + stockIds.length > 0, { path: ['teamIds'], ...NAMES_SOMETHING });

/** What a city does with the requests of its partners. */
export const receivedRequestRoutes = {
  listReceivedRequests: route({
    operationId: 'listReceivedRequests',
    method: 'GET',
    path: '/v1/received-requests',
    tag: 'received-requests',
    summary: {
      zh: '查询收到的请求：默认为未了结的，时限近者在前；也可按状态或城市查询',
      en: 'List received requests: those going on, nearest deadline first; or by status, or by city',
    },
    access: READERS,
    query: ReceivedRequestQuerySchema,
    success: { status: 200, body: pageOf(ReceivedRequestCardSchema) },
  }),
  readReceivedRequest: route({
    operationId: 'readReceivedRequest',
    method: 'GET',
    path: '/v1/received-requests/{requestId}',
    tag: 'received-requests',
    summary: { zh: '查看收到的请求和各项时限', en: 'Read a received request, and what it waits for' },
    access: READERS,
    params,
    success: { status: 200, body: ReceivedRequestReadingSchema },
  }),
  answerReceivedRequest: route({
    operationId: 'answerReceivedRequest',
    method: 'POST',
    path: '/v1/received-requests/{requestId}/answers',
    tag: 'received-requests',
    summary: {
      zh: '逐项答复：接受、附条件接受或谢绝；可一次答复全部或部分项目',
      en: 'Answer some or all of its items: accept, provisionally accept or decline each',
    },
    access: ANSWERERS,
    params,
    body: AnswerBodySchema,
    ifMatch: 'optional',
    success: { status: 201, body: ReceivedRequestViewSchema },
  }),
  answerFromPackage: route({
    operationId: 'answerFromPackage',
    method: 'POST',
    path: '/v1/received-requests/{requestId}/answers-from-package',
    tag: 'received-requests',
    summary: {
      zh: '以任务包答复一个项目：队伍、费用、预计时间均取自任务包；写明理由则为附条件答复',
      en: 'Answer one item from a mission-ready package: teams, costs and estimates are taken from it; provisionally where a reason is given',
    },
    access: ANSWERERS,
    params,
    body: z.strictObject({ itemId: z.uuid(), packageId: z.uuid(), reason: ReasonSchema.optional() }),
    ifMatch: 'optional',
    success: { status: 201, body: ReceivedRequestViewSchema },
  }),
  withdrawAnswer: route({
    operationId: 'withdrawAnswer',
    method: 'POST',
    path: '/v1/received-requests/{requestId}/answers/{messageId}/withdrawal',
    tag: 'received-requests',
    summary: { zh: '撤回答复（征调之前）', en: 'Withdraw an answer, before anything of it is requisitioned' },
    access: ANSWERERS,
    params: params.extend({ messageId: z.uuid() }),
    body: reasoned,
    ifMatch: 'optional',
    success: { status: 200, body: ReceivedRequestViewSchema },
  }),
  commitRequisition: route({
    operationId: 'commitRequisition',
    method: 'POST',
    path: '/v1/received-requests/{requestId}/requisitions/{requisitionId}/commitment',
    tag: 'received-requests',
    summary: {
      zh: '签署承诺：派出所征调的队伍或物资，建立派遣',
      en: 'Commit teams or lots to a requisition, signed: promises them and opens their deployments',
    },
    access: SIGNATORIES,
    params: requisitionParams,
    body: CommitmentBodySchema,
    ifMatch: 'optional',
    success: { status: 201, body: ReceivedRequestViewSchema },
  }),
  refuseRequisition: route({
    operationId: 'refuseRequisition',
    method: 'POST',
    path: '/v1/received-requests/{requestId}/requisitions/{requisitionId}/refusal',
    tag: 'received-requests',
    summary: { zh: '谢绝征调，须说明理由', en: 'Refuse a requisition, with the reason' },
    access: [...SIGNATORIES, 'coordinator'],
    params: requisitionParams,
    body: reasoned,
    ifMatch: 'optional',
    success: { status: 200, body: ReceivedRequestViewSchema },
  }),
  archiveReceivedRequest: route({
    operationId: 'archiveReceivedRequest',
    method: 'POST',
    path: '/v1/received-requests/{requestId}/archive',
    tag: 'received-requests',
    summary: { zh: '归档已结束的请求', en: 'Archive a request that has ended' },
    access: ANSWERERS,
    params,
    ifMatch: 'optional',
    success: { status: 200, body: ReceivedRequestViewSchema },
  }),
} as const;
