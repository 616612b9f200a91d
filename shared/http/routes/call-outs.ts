import * as z from 'zod';
import {
  AppraisalWordsSchema,
  CallOutDetailsSchema,
  FeeConfirmationWordsSchema,
  InvitationAnswerSchema,
  MAXIMUM_EXPERTS,
  ProposalAnswerSchema,
} from '../../domain/call-out/call-out-details.ts';
import { CallOutCardSchema } from '../../domain/call-out/call-out-listings.ts';
import { CallOutStatusSchema } from '../../domain/call-out/call-out-state.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { refinement } from '../../domain/kernel/issue-sentence.ts';
import type { Text } from '../../domain/kernel/text.ts';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS, type Role, STEERING } from '../roles.ts';
import { type RouteContract, route } from '../route.ts';
import { CallOutViewSchema } from '../views/call-out.ts';
import { ownCallOutRoutes } from './own-call-outs.ts';

const COORDINATOR: readonly Role[] = ['coordinator'];

const params = z.strictObject({ callOutId: z.uuid() });
const invitationParams = params.extend({ expertId: z.uuid() });
const reasoned = z.strictObject({ reason: wordsSchema(2000) });
const experts = z
  .array(z.uuid())
  .min(1)
  .max(MAXIMUM_EXPERTS)
  .refine((ids) => new Set(ids).size === ids.length, {
    ...refinement({ zh: '同一专家只写一次', en: 'name each expert once' }),
  });

/** What is done to a call-out; answered with it as it is then. */
const act = <P extends z.ZodType, B extends z.ZodType>(
  operationId: string,
  below: string,
  summary: Text,
  { named, body, access = STEERING }: { readonly named: P; readonly body?: B; readonly access?: readonly Role[] },
): RouteContract<P, z.ZodType, B, typeof CallOutViewSchema> =>
  route({
    operationId,
    method: 'POST',
    path: `/v1/call-outs/{callOutId}/${below}`,
    tag: 'call-outs',
    summary,
    access,
    params: named,
    ...(body === undefined ? {} : { body }),
    ifMatch: 'optional',
    success: { status: 200, body: CallOutViewSchema },
  });

/** Call-outs of experts: those of the coordinators, and what each expert sees and does. */
export const callOutRoutes = {
  listCallOuts: route({
    operationId: 'listCallOuts',
    method: 'GET',
    path: '/v1/call-outs',
    tag: 'call-outs',
    summary: {
      zh: '按状态、事件或请求查询专家咨询，新的在前',
      en: 'Call-outs by status, by incident or by request, latest first',
    },
    access: READERS,
    query: z
      .strictObject({
        status: CallOutStatusSchema.optional(),
        incident: z.uuid().optional(),
        request: z.uuid().optional(),
        ...pageQuery,
      })
      .refine(
        ({ status, incident, request }) =>
          [status, incident, request].filter((value) => value !== undefined).length <= 1,
        { ...refinement({ zh: '一次只能按一个条件查询', en: 'a list takes one filter' }) },
      ),
    success: { status: 200, body: pageOf(CallOutCardSchema) },
  }),
  openCallOut: route({
    operationId: 'openCallOut',
    method: 'POST',
    path: '/v1/call-outs',
    tag: 'call-outs',
    summary: {
      zh: '就事件（或其请求）邀请专家咨询；须回避、已出库或没有时间的专家不能邀请',
      en: 'Call experts out for an incident or a request of it; nobody is invited who must not advise, has left or has no time',
    },
    access: STEERING,
    body: CallOutDetailsSchema.safeExtend({ experts }),
    success: { status: 201, body: CallOutViewSchema },
  }),
  readCallOut: route({
    operationId: 'readCallOut',
    method: 'GET',
    path: '/v1/call-outs/{callOutId}',
    tag: 'call-outs',
    summary: { zh: '查看专家咨询', en: 'Read a call-out' },
    access: READERS,
    params,
    success: { status: 200, body: CallOutViewSchema },
  }),
  inviteExperts: act(
    'inviteExperts',
    'invitations',
    { zh: '增邀专家，或再次邀请未达成的专家', en: 'Invite more experts, or those again who said no or nothing' },
    { named: params, body: z.strictObject({ experts, replyBy: InstantSchema }) },
  ),
  urgeExperts: act(
    'urgeExperts',
    'urgings',
    { zh: '催办：提醒尚未答复的专家', en: 'Urge the experts who have not answered' },
    { named: params },
  ),
  recordInvitationAnswer: act(
    'recordInvitationAnswer',
    'invitations/{expertId}/answer',
    { zh: '代记专家电话答复', en: 'Record what an expert answered by telephone' },
    { named: invitationParams, body: InvitationAnswerSchema },
  ),
  answerProposedTime: act(
    'answerProposedTime',
    'invitations/{expertId}/proposal-answer',
    { zh: '答复专家另提的时间', en: 'Answer whether another time suits' },
    { named: invitationParams, body: ProposalAnswerSchema },
  ),
  withdrawInvitation: act(
    'withdrawInvitation',
    'invitations/{expertId}/withdrawal',
    { zh: '撤回对一位专家的邀请', en: 'Withdraw the invitation of one expert' },
    { named: invitationParams, body: reasoned },
  ),
  confirmExpertFee: act(
    'confirmExpertFee',
    'invitations/{expertId}/fee-confirmation',
    { zh: '确认专家费用', en: 'Confirm the fee of an expert' },
    { named: invitationParams, body: FeeConfirmationWordsSchema, access: COORDINATOR },
  ),
  appraiseExpert: act(
    'appraiseExpert',
    'invitations/{expertId}/appraisal',
    { zh: '评价专家，记入专家库', en: 'Appraise an expert; the pool keeps it' },
    { named: invitationParams, body: AppraisalWordsSchema, access: COORDINATOR },
  ),
  closeCallOut: act(
    'closeCallOut',
    'closure',
    { zh: '办结归档', en: 'Close and archive' },
    { named: params, access: COORDINATOR },
  ),
  cancelCallOut: act(
    'cancelCallOut',
    'cancellation',
    { zh: '取消专家咨询', en: 'Cancel a call-out' },
    { named: params, body: reasoned, access: COORDINATOR },
  ),
  ...ownCallOutRoutes,
} as const;
