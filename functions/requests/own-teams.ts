import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { LoadedSet, Reference } from '../../shared/data/loaded.ts';
import type { RequestCommand, TeamToDispatch } from '../../shared/domain/request/request-commands.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { deploymentConversation } from '../../shared/exchange/conversations/deployment.ts';
import { requestConversation } from '../../shared/exchange/conversations/request.ts';
import { teamConversation } from '../../shared/exchange/conversations/team.ts';
import { requestRoutes } from '../../shared/http/routes/requests.ts';
import { type RequestView, requestView } from '../../shared/http/views/request.ts';
import { commandRoute } from '../../shared/lambda/aggregate-routes.ts';
import { type BoundRoute, implement, type RouteOutput } from '../../shared/lambda/bound-route.ts';

const CONVERSATIONS = conversationsOf(requestConversation, teamConversation, deploymentConversation);

const { dispatchOwnTeams: contract } = requestRoutes;

/** A team before it is read, with the id that its deployment will have. */
export type ChosenTeam = Omit<TeamToDispatch, 'team'>;

/** @returns what is to be read with a command that sends these teams. */
export const readForTeams = (chosen: readonly ChosenTeam[]): readonly Reference[] =>
  chosen.flatMap(({ teamId, deploymentId }) => [
    { kind: 'team' as const, id: teamId },
    { kind: 'deployment' as const, id: deploymentId },
  ]);

/** @returns the teams as they were read. */
export const teamsToDispatch = (chosen: readonly ChosenTeam[], others: LoadedSet): readonly TeamToDispatch[] =>
  chosen.map((team) => ({ ...team, team: others.state(teamConversation, team.teamId) }));

/**
 * Sends own teams. Their deployments get their ids beforehand, so that request, teams and deployments are read in one round trip; an
 * order that is decided anew, because somebody was quicker, keeps them.
 */
export const dispatchOwnTeams = (cell: ExecutingCell): BoundRoute =>
  implement(contract, async (input) => {
    const { itemId } = input.params;
    const chosen = input.body.teamIds.map(
      (teamId, index): ChosenTeam => ({ itemId, teamId, deploymentId: cell.newId(), pointer: `/teamIds/${index}` }),
    );
    const bound = commandRoute(cell, CONVERSATIONS, contract, {
      conversation: requestConversation,
      target: ({ params }) => params.requestId,
      alsoLoad: () => readForTeams(chosen),
      command: ({ body: { evenIfMoreThanNeeded } }, others): RequestCommand => ({
        type: 'dispatch',
        teams: teamsToDispatch(chosen, others),
        evenIfMoreThanNeeded,
      }),
      view: requestView,
    });
    return (await bound.run(input)) as RouteOutput<RequestView>;
  });
