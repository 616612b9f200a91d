import type { AgencyKeeper, ChangeAgency } from '../../shared/domain/agency/agency-commands.ts';
import { AGENCY_REFUSALS } from '../../shared/domain/agency/agency-refusals.ts';
import type { Person } from '../../shared/http/person.ts';
import { problemOfRefusal } from '../../shared/http/problems.ts';
import { hasOneOf, REGISTRARS, type Role } from '../../shared/http/roles.ts';

/** @returns in what capacity a person keeps an agency's entry: those who keep the registry act for the city. */
export const keepsAs = ({ roles }: Person): ChangeAgency['as'] => (hasOneOf(roles, REGISTRARS) ? 'city' : 'agency');

/** @returns on whose behalf a person keeps an agency's entry. */
export const keeperOf = (person: Person): AgencyKeeper =>
  keepsAs(person) === 'city' ? { for: 'city' } : { for: 'agency', agencyId: person.agency };

/**
 * @param forAnybody roles that may do it with any agency's entry.
 * @throws ProblemError 403 for people of an agency whose agency it is not.
 */
export const assertOwn = (
  { roles, agency }: Person,
  agencyId: string,
  forAnybody: readonly Role[] = REGISTRARS,
): void => {
  if (!hasOneOf(roles, forAnybody) && agency !== agencyId)
    throw problemOfRefusal({ reason: AGENCY_REFUSALS.notTheirs, parameters: {} });
};
