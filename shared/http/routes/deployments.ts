import * as z from 'zod';
import {
  CheckInSchema,
  ExtensionDecisionSchema,
  ExtensionRequestSchema,
  ReleaseDetailsSchema,
  ReportDetailsSchema,
  ReturnDecisionSchema,
  ReturnRequestSchema,
} from '../../domain/deployment/deployment-commands.ts';
import { DeploymentCardSchema } from '../../domain/deployment/deployment-listings.ts';
import { DeploymentSideSchema } from '../../domain/deployment/deployment-state.ts';
import { DeploymentStatusSchema } from '../../domain/deployment/deployment-status.ts';
import { refinement } from '../../domain/kernel/issue-sentence.ts';
import type { Text } from '../../domain/kernel/text.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { DUTY_ROOM, READERS, type Role, STEERING } from '../roles.ts';
import { type RouteContract, route } from '../route.ts';
import { DeploymentReadingSchema, DeploymentViewSchema } from '../views/deployment.ts';

/** A team leader reports for the own team, and sees its deployments only. */
const LEADER: Role = 'team-leader';

const params = z.strictObject({ deploymentId: z.uuid() });

/** What is done to a deployment; answered with it as it is then. */
const act = <B extends z.ZodType>(
  operationId: string,
  below: string,
  summary: Text,
  { body, access = STEERING }: { readonly body?: B; readonly access?: readonly Role[] } = {},
): RouteContract<typeof params, z.ZodType, B, typeof DeploymentViewSchema> =>
  route({
    operationId,
    method: 'POST',
    path: `/v1/deployments/{deploymentId}/${below}`,
    tag: 'deployments',
    summary,
    access,
    params,
    ...(body === undefined ? {} : { body }),
    ifMatch: 'optional',
    success: { status: 200, body: DeploymentViewSchema },
  });

/** Deployments across cities, of this city's teams and of those that help it. */
export const deploymentRoutes = {
  listDeployments: route({
    operationId: 'listDeployments',
    method: 'GET',
    path: '/v1/deployments',
    tag: 'deployments',
    summary: {
      zh: '按派出方/受援方、状态或队伍查询派遣，新的在前；队长只见本队的派遣，不加条件',
      en: 'Deployments by side and status, or by team, latest first; team leaders get those of their own teams, without filters',
    },
    access: [...READERS, LEADER],
    query: z
      .strictObject({
        side: DeploymentSideSchema.optional(),
        status: DeploymentStatusSchema.optional(),
        team: z.uuid().optional(),
        ...pageQuery,
      })
      .refine(({ side, status, team }) => team === undefined || (side === undefined && status === undefined), {
        path: ['team'],
        ...refinement({ zh: '按队伍查询时不能再按其他条件查询', en: 'a list of one team takes no other filter' }),
      }),
    success: { status: 200, body: pageOf(DeploymentCardSchema) },
  }),
  readDeployment: route({
    operationId: 'readDeployment',
    method: 'GET',
    path: '/v1/deployments/{deploymentId}',
    tag: 'deployments',
    summary: { zh: '查看派遣和各项时限', en: 'Read a deployment, and what it waits for' },
    access: [...READERS, LEADER],
    params,
    success: { status: 200, body: DeploymentReadingSchema },
  }),
  reportDeployment: act(
    'reportDeployment',
    'reports',
    { zh: '派出方：报告状态（队长或值班室）', en: 'Owner: report a step or how things stand (leader or duty room)' },
    { body: ReportDetailsSchema, access: [...DUTY_ROOM, LEADER] },
  ),
  checkInDeployment: act(
    'checkInDeployment',
    'check-ins',
    {
      zh: '派出方：报平安，可附位置和说明（队长或值班室）',
      en: 'Owner: check in, with position and note if any (leader or duty room)',
    },
    { body: CheckInSchema, access: [...DUTY_ROOM, LEADER] },
  ),
  askDeploymentStatus: act('askDeploymentStatus', 'status-requests', {
    zh: '受援方：询问状态，对方系统自动答复',
    en: 'Requester: ask how things stand; the other city answers by itself',
  }),
  askExtension: act(
    'askExtension',
    'extension-requests',
    { zh: '受援方：请求延期', en: 'Requester: ask to keep the team longer' },
    { body: ExtensionRequestSchema },
  ),
  answerExtension: act(
    'answerExtension',
    'extension-answers',
    { zh: '派出方：答复延期请求', en: 'Owner: answer whether it may stay longer' },
    { body: ExtensionDecisionSchema },
  ),
  askReturn: act(
    'askReturn',
    'return-requests',
    { zh: '派出方：请求召回队伍', en: 'Owner: ask for the team back' },
    { body: ReturnRequestSchema },
  ),
  answerReturn: act(
    'answerReturn',
    'return-answers',
    { zh: '受援方：答复召回请求', en: 'Requester: answer whether it may go' },
    { body: ReturnDecisionSchema },
  ),
  releaseTeam: act(
    'releaseTeam',
    'release',
    { zh: '受援方：放行队伍', en: 'Requester: let the team go' },
    { body: ReleaseDetailsSchema },
  ),
  closeDeployment: act('closeDeployment', 'closure', { zh: '办结归档', en: 'Close and archive' }),
} as const;
