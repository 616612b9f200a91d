import type { CityCode } from '../kernel/city-code.ts';
import type { RegistryEntry } from '../registry/registry-entry.ts';
import { blockedPeriods } from '../vocabulary/availability.ts';
import { distanceKm } from '../vocabulary/estimated-travel.ts';
import type { AgencyDetails, AgencyState } from './agency-state.ts';

/** Distance is taken from the base: of a circle around another point only what lies around the base counts. */
const reachOf = ({ base, serviceArea: { cities, around } }: AgencyDetails) => ({
  reachKilometres: around ? Math.max(0, around.radiusKilometres - distanceKm(base, around.centre)) : 0,
  serviceCities: cities,
});

/** @returns what anybody may know of an agency: what it does, not the terms agreed with it, nor whom to telephone. */
export const agencyRegistryEntry = (agency: AgencyState, city: CityCode): RegistryEntry | undefined => {
  if (agency.status !== 'active') return undefined;
  const { id, details, periods } = agency;
  const { agreement, certification } = details;
  return {
    kind: 'agency',
    id,
    city,
    name: details.name,
    ...(details.nameEn !== undefined && { nameEn: details.nameEn }),
    words: [details.services, ...details.pledges.map(({ name }) => name)].slice(0, 100),
    capabilities: details.capabilities.map(({ kind, grade }) => ({ kind, level: grade })),
    hazards: details.hazards,
    languages: [],
    position: details.base,
    readinessMinutes: details.responseMinutes,
    ...reachOf(details),
    headcount: details.headcount,
    validFrom: agreement.validFrom,
    validUntil: agreement.validUntil < certification.expiresAt ? agreement.validUntil : certification.expiresAt,
    blocked: blockedPeriods(periods),
    load: 0,
  };
};
