import type { Instant } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { RequestItem } from '../request/request-item.ts';
import { unavailability } from '../team/team-availability.ts';
import type { TeamState } from '../team/team-state.ts';
import { RECEIVED_REQUEST_REFUSALS as REFUSALS } from './received-request-refusals.ts';

/**
 * @returns why the team cannot be named for the item, if it cannot: another kind, too low a level, or not to be had from now
 * until the end of the mission. Naming does not reserve it: the commitment does, and checks again.
 */
export const misfit = (team: TeamState, item: RequestItem, now: Instant, isExercise: boolean): Refusal | undefined => {
  const { name, kind, level } = team.details;
  if (kind !== item.kind) return { reason: REFUSALS.wrongKind, parameters: { name, kind, asked: item.kind } };
  if (level > item.level) return { reason: REFUSALS.levelTooLow, parameters: { name, level, asked: item.level } };
  return unavailability(team, { from: now, until: item.neededUntil }, isExercise);
};
