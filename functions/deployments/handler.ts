import type { ExecutingCell } from '../../shared/data/execute.ts';
import { DeploymentCardSchema, deploymentList } from '../../shared/domain/deployment/deployment-listings.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { deploymentConversation } from '../../shared/exchange/conversations/deployment.ts';
import { receivedRequestConversation } from '../../shared/exchange/conversations/received-request.ts';
import { requestConversation } from '../../shared/exchange/conversations/request.ts';
import { stockConversation } from '../../shared/exchange/conversations/stock.ts';
import { teamConversation } from '../../shared/exchange/conversations/team.ts';
import { deploymentRoutes as routes } from '../../shared/http/routes/deployments.ts';
import { DeploymentViewSchema, deploymentView } from '../../shared/http/views/deployment.ts';
import { listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import { commandsOn } from '../../shared/lambda/commands-on.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { pendingIn } from '../../shared/lambda/pending.ts';
import { assertMaySee, filterFor, reportsAs } from './team-leaders.ts';

const CONVERSATIONS = conversationsOf(
  deploymentConversation,
  requestConversation,
  receivedRequestConversation,
  teamConversation,
  stockConversation,
);

export type DeploymentsCell = HttpCell & ExecutingCell;

/** Deployments across cities. */
export const createHandler = (cell: DeploymentsCell) => {
  const on = commandsOn(cell, CONVERSATIONS, {
    conversation: deploymentConversation,
    parameter: 'deploymentId',
    schema: DeploymentViewSchema,
    view: deploymentView,
  });
  return createHttpHandler(cell, [
    implement(routes.listDeployments, async ({ query: { limit, cursor, ...filter }, person }) => ({
      body: await listCards(cell, deploymentList(filterFor(person, filter)), { limit, cursor }, DeploymentCardSchema, {
        descending: true,
      }),
    })),
    implement(routes.readDeployment, async ({ params, person }) => {
      const loaded = await loadOr404(cell, deploymentConversation, params.deploymentId);
      assertMaySee(person, loaded.state);
      const pending = pendingIn(cell, deploymentConversation, loaded);
      return { body: { ...deploymentView(loaded.state), pending }, version: loaded.row.version };
    }),
    on(routes.reportDeployment, ({ body, person }) => ({
      type: 'report',
      as: reportsAs(person),
      details: body,
    })),
    on(routes.checkInDeployment, ({ body, person }) => ({ type: 'check-in', as: reportsAs(person), remarks: body })),
    on(routes.askDeploymentStatus, () => ({ type: 'ask-status' })),
    on(routes.askExtension, ({ body }) => ({ type: 'ask-extension', ...body })),
    on(routes.answerExtension, ({ body }) => ({ type: 'answer-extension', decision: body })),
    on(routes.askReturn, ({ body }) => ({ type: 'ask-return', ...body })),
    on(routes.answerReturn, ({ body }) => ({ type: 'answer-return', decision: body })),
    on(routes.releaseTeam, ({ body }) => ({ type: 'release', ...body })),
    on(routes.closeDeployment, () => ({ type: 'close' })),
  ]);
};
