import { earliest } from '../kernel/instant.ts';
import type { TeamState } from '../team/team-state.ts';
import { HAZARDS, type Hazard } from '../vocabulary/hazards.ts';
import { TEAM_KINDS, type TeamKind } from '../vocabulary/resource-kinds.ts';
import type { Brought } from './package-state.ts';

const KINDS = Object.keys(TEAM_KINDS) as TeamKind[];
const ALL_HAZARDS = Object.keys(HAZARDS) as Hazard[];

/** From the lowest. */
const LEVELS = [3, 2, 1] as const;

const weakest = (teams: readonly TeamState[]): TeamState['details']['level'] =>
  LEVELS.find((level) => teams.some(({ details }) => details.level === level)) ?? 1;

/**
 * @param teams at least one, in the order in which the package names them.
 * @returns what a package of these teams brings.
 */
export const broughtBy = (teams: readonly [TeamState, ...TeamState[]]): Brought => ({
  teams: teams.map(({ id, details }) => ({ teamId: id, name: details.name })),
  capabilities: KINDS.flatMap((kind) => {
    const ofKind = teams.filter(({ details }) => details.kind === kind);
    return ofKind.length === 0 ? [] : [{ kind, level: weakest(ofKind) }];
  }),
  hazards: ALL_HAZARDS.filter((hazard) => teams.some(({ details }) => details.hazards.includes(hazard))),
  base: teams[0].details.base,
  readinessMinutes: Math.max(...teams.map(({ details }) => details.readinessMinutes)),
  headcount: teams.reduce((sum, { details }) => sum + details.headcount, 0),
  certifiedUntil:
    earliest(...teams.map(({ details }) => details.certification.expiresAt)) ??
    teams[0].details.certification.expiresAt,
});
