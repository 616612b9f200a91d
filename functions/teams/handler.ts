import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { TeamCommand } from '../../shared/domain/team/team-commands.ts';
import type { TeamState } from '../../shared/domain/team/team-state.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { rosterConversation } from '../../shared/exchange/conversations/roster.ts';
import { teamConversation } from '../../shared/exchange/conversations/team.ts';
import type { Person } from '../../shared/http/person.ts';
import { hasOneOf, REGISTRARS } from '../../shared/http/roles.ts';
import { teamRoutes as routes } from '../../shared/http/routes/teams.ts';
import { TeamViewSchema, teamView } from '../../shared/http/views/team.ts';
import { freshness } from '../../shared/http/views/upkeep.ts';
import { commandRoute, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import type { Cell } from '../../shared/lambda/cell.ts';
import { commandsOn } from '../../shared/lambda/commands-on.ts';
import { dutyClaim, dutyRoster } from '../../shared/lambda/duty-claim.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { listTeams } from './list-teams.ts';

const CONVERSATIONS = conversationsOf(teamConversation, rosterConversation);

export type TeamsCell = HttpCell & ExecutingCell & Pick<Cell, 'staleAfterDays'>;

const capacityOf = ({ roles }: Person) => (hasOneOf(roles, REGISTRARS) ? 'city' : 'leader');

/** The registry of rescue teams. */
export const createHandler = (cell: TeamsCell) => {
  const conversation = teamConversation;
  const view = (team: TeamState) => teamView(team, freshness(cell));
  const on = commandsOn(cell, CONVERSATIONS, { conversation, parameter: 'teamId', schema: TeamViewSchema, view });
  return createHttpHandler(cell, [
    implement(routes.listTeams, async ({ query }) => ({ body: await listTeams(cell, query) })),
    implement(routes.readTeam, async ({ params }) => {
      const { state, row } = await loadOr404(cell, conversation, params.teamId);
      return { body: view(state), version: row.version };
    }),
    commandRoute(cell, CONVERSATIONS, routes.registerTeam, {
      conversation,
      target: cell.newId,
      command: ({ body: { dutyContact, ...details } }, _, id): TeamCommand => ({
        type: 'register',
        id,
        details,
        dutyContact,
      }),
      view,
    }),
    on(routes.changeTeam, ({ body: { dutyContact, ...details } }) => ({
      type: 'change',
      details,
      dutyContact,
    })),
    on(routes.setTeamAvailability, ({ body, person }) => ({
      type: 'set-availability',
      as: capacityOf(person),
      ...body,
    })),
    on(routes.confirmTeam, ({ person }) => ({ type: 'confirm', as: capacityOf(person) })),
    on(routes.retireTeam, ({ body }) => ({ type: 'retire', ...body })),
    commandRoute(cell, CONVERSATIONS, routes.readTeamContact, {
      conversation,
      target: ({ params }) => params.teamId,
      alsoLoad: () => [dutyRoster(cell)],
      command: ({ body }, others): TeamCommand => ({ type: 'show-contact', ...dutyClaim(cell, body, others) }),
      view: ({ dutyContact }) => dutyContact,
    }),
  ]);
};
