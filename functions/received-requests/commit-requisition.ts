import type { ExecutingCell } from '../../shared/data/execute.ts';
import { teamConversation } from '../../shared/exchange/conversations/team.ts';
import { receivedRequestRoutes } from '../../shared/http/routes/received-requests.ts';
import type { ReceivedRequestView } from '../../shared/http/views/received-request.ts';
import { type BoundRoute, implement, type RouteOutput } from '../../shared/lambda/bound-route.ts';
import { onRequest } from './on-request.ts';

const { commitRequisition: contract } = receivedRequestRoutes;

/**
 * Commits teams and lots. Their deployments get their ids beforehand, so that all of it and the request are read in one round
 * trip; a commitment that is decided anew, because somebody was quicker, keeps them.
 */
export const commitRequisition = (cell: ExecutingCell): BoundRoute =>
  implement(contract, async (input) => {
    const chosen = input.body.teamIds.map((teamId) => ({ teamId, deploymentId: cell.newId() }));
    const lots = input.body.stockIds.map((stockId) => ({ stockId, deploymentId: cell.newId() }));
    const route = onRequest(cell, contract, {
      alsoLoad: () => [
        ...chosen.map(({ teamId }) => ({ kind: 'team' as const, id: teamId })),
        ...lots.map(({ stockId }) => ({ kind: 'stock' as const, id: stockId })),
        ...[...chosen, ...lots].map(({ deploymentId }) => ({ kind: 'deployment' as const, id: deploymentId })),
      ],
      command: ({ params: { requisitionId }, body: { teamIds: _, stockIds: _stockIds, ...details } }, others) => ({
        type: 'commit',
        requisitionId,
        ...details,
        teams: chosen.map((team) => ({ ...team, team: others.state(teamConversation, team.teamId) })),
        lots,
      }),
    });
    return (await route.run(input)) as RouteOutput<ReceivedRequestView>;
  });
