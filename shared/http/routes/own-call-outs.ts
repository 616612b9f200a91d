import * as z from 'zod';
import {
  FeeClaimWordsSchema,
  InvitationAnswerSchema,
  OpinionWordsSchema,
} from '../../domain/call-out/call-out-details.ts';
import { OwnCallOutCardSchema } from '../../domain/call-out/call-out-listings.ts';
import type { Text } from '../../domain/kernel/text.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import type { Role } from '../roles.ts';
import { type RouteContract, route } from '../route.ts';
import { OwnCallOutViewSchema } from '../views/call-out.ts';

const EXPERT: readonly Role[] = ['expert'];

const params = z.strictObject({ callOutId: z.uuid() });
const tag = 'own-call-outs';

/** What the invited expert does; answered with the own side of the call-out as it is then. */
const act = <B extends z.ZodType>(
  operationId: string,
  below: string,
  summary: Text,
  body: B,
): RouteContract<typeof params, z.ZodType, B, typeof OwnCallOutViewSchema> =>
  route({
    operationId,
    method: 'POST',
    path: `/v1/own-call-outs/{callOutId}/${below}`,
    tag,
    summary,
    access: EXPERT,
    params,
    body,
    ifMatch: 'optional',
    success: { status: 200, body: OwnCallOutViewSchema },
  });

/** Call-outs as the invited expert sees them: nothing of the other experts. */
export const ownCallOutRoutes = {
  listOwnCallOuts: route({
    operationId: 'listOwnCallOuts',
    method: 'GET',
    path: '/v1/own-call-outs',
    tag,
    summary: { zh: '专家：本人受邀的咨询，新的在前', en: 'Expert: the call-outs I am invited to, latest first' },
    access: EXPERT,
    query: z.strictObject(pageQuery),
    success: { status: 200, body: pageOf(OwnCallOutCardSchema) },
  }),
  readOwnCallOut: route({
    operationId: 'readOwnCallOut',
    method: 'GET',
    path: '/v1/own-call-outs/{callOutId}',
    tag,
    summary: { zh: '专家：查看本人受邀的咨询', en: 'Expert: read a call-out I am invited to' },
    access: EXPERT,
    params,
    success: { status: 200, body: OwnCallOutViewSchema },
  }),
  answerInvitation: act(
    'answerInvitation',
    'answer',
    { zh: '专家：接受、谢绝、另提时间或申请回避', en: 'Expert: accept, decline, propose another time, or be recused' },
    InvitationAnswerSchema,
  ),
  giveOpinion: act(
    'giveOpinion',
    'opinion',
    {
      zh: '专家：出具并签署书面意见，附件以链接和摘要引用；载入事件台账',
      en: 'Expert: give and sign a written opinion, attachments by link and digest; the ledger of the incident notes it',
    },
    OpinionWordsSchema,
  ),
  claimFee: act('claimFee', 'fee-claim', { zh: '专家：申报费用', en: 'Expert: claim the fee' }, FeeClaimWordsSchema),
} as const;
