import type { CityCode } from '../kernel/city-code.ts';
import { earliest } from '../kernel/instant.ts';
import type { RegistryEntry } from '../registry/registry-entry.ts';
import { totalCost } from '../vocabulary/costs.ts';
import type { PackageState } from './package-state.ts';

/** @returns what anybody may know of a package; its teams' missions and absences are found with the teams. */
export const packageEntry = (
  { status, id, details, brought }: PackageState,
  city: CityCode,
): RegistryEntry | undefined => {
  if (status === 'retired') return undefined;
  return {
    kind: 'package',
    id,
    city,
    name: details.name,
    ...(details.nameEn === undefined ? {} : { nameEn: details.nameEn }),
    words: [
      details.mission,
      details.capability,
      ...brought.teams.map(({ name }) => name),
      ...details.equipment.map(({ name }) => name),
    ].slice(0, MAXIMUM_WORDS),
    capabilities: brought.capabilities,
    hazards: brought.hazards,
    languages: [],
    position: brought.base,
    readinessMinutes: brought.readinessMinutes,
    headcount: brought.headcount,
    package: { teams: brought.teams.length, fortnightCost: totalCost(details.fortnightCosts) },
    validFrom: details.validFrom,
    validUntil: earliest(brought.certifiedUntil, details.validUntil) ?? details.validUntil,
    blocked: [],
    load: 0,
  };
};

/** Of the names of its equipment, the first; mission, capability and teams come before them. */
const MAXIMUM_WORDS = 100;
