import type { CityCode } from '../kernel/city-code.ts';
import type { RegistryEntry } from '../registry/registry-entry.ts';
import { blockedPeriods } from '../vocabulary/availability.ts';
import type { TeamState } from './team-state.ts';

/** @returns what anybody may know of a team: not who leads it, nor whom to telephone. */
export const teamRegistryEntry = (team: TeamState, city: CityCode): RegistryEntry | undefined => {
  if (team.status === 'retired') return undefined;
  const { id, details, periods, commitment } = team;
  const mission = commitment ? [{ from: commitment.since, until: commitment.until }] : [];
  return {
    kind: 'team',
    id,
    city,
    name: details.name,
    ...(details.nameEn !== undefined && { nameEn: details.nameEn }),
    words: details.equipment.slice(0, 100).map(({ name }) => name),
    capabilities: [{ kind: details.kind, level: details.level }],
    hazards: details.hazards,
    languages: [],
    position: details.base,
    readinessMinutes: details.readinessMinutes,
    headcount: details.headcount,
    validUntil: details.certification.expiresAt,
    blocked: [...mission, ...blockedPeriods(periods)],
    load: mission.length,
  };
};
