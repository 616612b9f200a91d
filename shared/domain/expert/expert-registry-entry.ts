import type { CityCode } from '../kernel/city-code.ts';
import type { RegistryEntry } from '../registry/registry-entry.ts';
import { blockedPeriods } from '../vocabulary/availability.ts';
import { averageGrade, type ExpertState } from './expert-state.ts';

/** @returns what anybody may know of an expert: not the fee, nor about whom they may not advise, nor how to reach them. */
export const expertRegistryEntry = (expert: ExpertState, city: CityCode): RegistryEntry | undefined => {
  if (expert.status === 'left') return undefined;
  const { id, details, term, leaving, periods, openCallOuts } = expert;
  const grade = averageGrade(expert);
  return {
    kind: 'expert',
    id,
    city,
    name: details.name,
    ...(details.nameEn !== undefined && { nameEn: details.nameEn }),
    words: [...details.specialities, details.employer],
    capabilities: [],
    hazards: details.hazards,
    languages: details.languages,
    position: details.position,
    readinessMinutes: details.travel.readinessMinutes,
    reachKilometres: details.travel.willingKilometres,
    expertise: {
      class: details.class,
      subgroup: details.subgroup,
      title: details.title,
      employer: details.employer,
      groupLead: details.groupLead,
      ...(grade !== undefined && { averageGrade: grade }),
    },
    validFrom: term.from,
    validUntil: leaving?.at ?? term.until,
    blocked: blockedPeriods(periods),
    load: openCallOuts.length,
  };
};
