import type { CityCode } from '../../../shared/domain/kernel/city-code.ts';
import { teamRoutes } from '../../../shared/http/routes/teams.ts';
import type { TeamView } from '../../../shared/http/views/team.ts';
import type { Desk } from '../desks.ts';
import type { TeamEntry } from '../payloads.ts';

/** Has the coordinator enter a team into the registry. */
export const registerTeam = async (desk: Desk, city: CityCode, body: TeamEntry): Promise<TeamView> =>
  (await desk('coordinator', city).call(teamRoutes.registerTeam, { body })).body;

/** @returns the team as the registry has it now, with its version. */
export const readTeam = (desk: Desk, city: CityCode, teamId: string) =>
  desk('coordinator', city).call(teamRoutes.readTeam, { params: { teamId } });
