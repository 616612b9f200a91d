import type { ExecutingCell } from '../../shared/data/execute.ts';
import { teamConversation } from '../../shared/exchange/conversations/team.ts';
import { receivedRequestRoutes } from '../../shared/http/routes/received-requests.ts';
import type { ReceivedRequestView } from '../../shared/http/views/received-request.ts';
import { type BoundRoute, implement, type RouteOutput } from '../../shared/lambda/bound-route.ts';
import { onRequest } from './on-request.ts';

const { commitRequisition: contract } = receivedRequestRoutes;

/**
 * Commits teams. Their deployments get their ids beforehand, so that request, teams and deployments are read in one round
 * trip; a commitment that is decided anew, because somebody was quicker, keeps them.
 */
export const commitRequisition = (cell: ExecutingCell): BoundRoute =>
  implement(contract, async (input) => {
    const chosen = input.body.teamIds.map((teamId) => ({ teamId, deploymentId: cell.newId() }));
    const route = onRequest(cell, contract, {
      alsoLoad: () =>
        chosen.flatMap(({ teamId, deploymentId }) => [
          { kind: 'team' as const, id: teamId },
          { kind: 'deployment' as const, id: deploymentId },
        ]),
      command: ({ params: { requisitionId }, body: { teamIds: _teamIds, ...details } }, others) => ({
        type: 'commit',
        requisitionId,
        ...details,
        teams: chosen.map((team) => ({ ...team, team: others.state(teamConversation, team.teamId) })),
      }),
    });
    return (await route.run(input)) as RouteOutput<ReceivedRequestView>;
  });
