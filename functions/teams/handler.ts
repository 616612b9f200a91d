import type * as z from 'zod';
import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { TeamCommand } from '../../shared/domain/team/team-commands.ts';
import { CONVERSATIONS } from '../../shared/exchange/conversations/index.ts';
import { teamConversation } from '../../shared/exchange/conversations/team.ts';
import type { RouteContract } from '../../shared/http/route.ts';
import { teamRoutes as routes } from '../../shared/http/routes/teams.ts';
import { type TeamViewSchema, teamView } from '../../shared/http/views/team.ts';
import { commandRoute, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { type BoundRoute, implement, type RouteInput } from '../../shared/lambda/bound-route.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';
import { listTeams } from './list-teams.ts';

export type TeamsCell = HttpCell & ExecutingCell;

/** The registry of rescue teams. */
export const createHandler = (cell: TeamsCell) =>
  createHttpHandler(cell, [
    implement(routes.listTeams, async ({ query }) => ({ body: await listTeams(cell, query) })),
    implement(routes.readTeam, async ({ params }) => {
      const { state, row } = await loadOr404(cell, teamConversation, params.teamId);
      return { body: teamView(state, cell.clock.now()), version: row.version };
    }),
    commandRoute(cell, CONVERSATIONS, routes.registerTeam, {
      conversation: teamConversation,
      target: cell.newId,
      command: ({ body: { dutyContact, ...details } }, _, id): TeamCommand => ({
        type: 'register',
        id,
        details,
        dutyContact,
      }),
      view: (team) => teamView(team, cell.clock.now()),
    }),
    onTeam(cell, routes.changeTeam, ({ body: { dutyContact, ...details } }) => ({
      type: 'change',
      details,
      dutyContact,
    })),
    onTeam(cell, routes.setTeamAvailability, ({ body }) => ({ type: 'set-availability', ...body })),
    onTeam(cell, routes.retireTeam, ({ body }) => ({ type: 'retire', ...body })),
    commandRoute(cell, CONVERSATIONS, routes.readTeamContact, {
      conversation: teamConversation,
      target: ({ params }) => params.teamId,
      command: ({ body }): TeamCommand => ({ type: 'show-contact', ...body }),
      view: ({ dutyContact }) => dutyContact,
    }),
  ]);

/** A command on the team that the path names, answered with the team after it. */
const onTeam = <P extends z.ZodType<{ teamId: string }>, Q extends z.ZodType, B extends z.ZodType>(
  cell: TeamsCell,
  contract: RouteContract<P, Q, B, typeof TeamViewSchema>,
  command: (input: RouteInput<z.infer<P>, z.infer<Q>, z.infer<B>>) => TeamCommand,
): BoundRoute =>
  commandRoute(cell, CONVERSATIONS, contract, {
    conversation: teamConversation,
    target: ({ params }) => params.teamId,
    command,
    view: (team) => teamView(team, cell.clock.now()),
  });
