import * as z from 'zod';
import type { Instant } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Text } from '../kernel/text.ts';
import { blockedWithin } from '../vocabulary/availability.ts';
import { TEAM_REFUSALS } from './team-refusals.ts';
import type { TeamState } from './team-state.ts';

/** A time from which on, and until which, a team is wanted. */
export interface MissionPeriod {
  readonly from: Instant;
  readonly until: Instant;
}

/**
 * Why a team cannot be promised for a period, the first in this order: retired, promised elsewhere, certification expired by
 * the beginning of the period, an unavailable period that overlaps it. A drill has it only when neither a real mission nor another
 * drill does; what is real does not look at drills.
 * @returns `undefined` when it can be promised.
 */
export const unavailability = (
  team: TeamState,
  { from, until }: MissionPeriod,
  forExercise = false,
): Refusal | undefined => {
  const { name, certification } = team.details;
  if (team.status === 'retired') return { reason: TEAM_REFUSALS.retired, parameters: { team: name } };
  const mission = team.commitment ?? (forExercise ? team.drillCommitment : undefined);
  if (mission) {
    const { deploymentId: deployment, until: end } = mission;
    return { reason: TEAM_REFUSALS.committed, parameters: { team: name, until: end, deployment } };
  }
  if (certification.expiresAt <= from)
    return {
      reason: TEAM_REFUSALS.certificationExpired,
      parameters: { team: name, expiresAt: certification.expiresAt },
    };
  const blocked = blockedWithin(team.periods, { from, until });
  return (
    blocked && {
      reason: TEAM_REFUSALS.notAvailable,
      parameters: { team: name, from: blocked.from, until: blocked.until, reason: blocked.reason },
    }
  );
};

/** In one word whether a team can be promised; the words are those of {@link unavailability}, in its order. */
export const TEAM_CONDITIONS = {
  available: { zh: '可调派', en: 'available' },
  retired: { zh: '已注销', en: 'retired' },
  committed: { zh: '执行任务', en: 'on a mission' },
  'certification-expired': { zh: '资质过期', en: 'certification expired' },
  unavailable: { zh: '不可用', en: 'unavailable' },
} as const satisfies Record<string, Text>;
export type TeamCondition = keyof typeof TEAM_CONDITIONS;
export const TeamConditionSchema = z
  .enum(Object.keys(TEAM_CONDITIONS) as [TeamCondition, ...TeamCondition[]])
  .meta({ id: 'TeamCondition' });

const CONDITION_OF: Readonly<Record<string, TeamCondition>> = {
  [TEAM_REFUSALS.retired.code]: 'retired',
  [TEAM_REFUSALS.committed.code]: 'committed',
  [TEAM_REFUSALS.certificationExpired.code]: 'certification-expired',
  [TEAM_REFUSALS.notAvailable.code]: 'unavailable',
};

/** @returns the condition of a team for a period. */
export const conditionOf = (team: TeamState, period: MissionPeriod): TeamCondition => {
  const refusal = unavailability(team, period);
  return refusal ? (CONDITION_OF[refusal.reason.code] ?? 'unavailable') : 'available';
};
