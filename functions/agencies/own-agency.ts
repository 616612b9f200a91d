import type { ChangeAgency } from '../../shared/domain/agency/agency-commands.ts';
import { AGENCY_REFUSALS } from '../../shared/domain/agency/agency-refusals.ts';
import type { Person } from '../../shared/http/person.ts';
import { problemOfRefusal } from '../../shared/http/problems.ts';

/** @returns in what capacity a person keeps an agency's entry: people who have another role besides act for the city. */
export const keepsAs = ({ roles }: Person): ChangeAgency['as'] =>
  roles.some((role) => role !== 'agency-officer') ? 'city' : 'agency';

/** @throws ProblemError 403 for people of an agency whose agency it is not. */
export const assertOwn = (person: Person, agencyId: string): void => {
  if (keepsAs(person) === 'agency' && person.agency !== agencyId)
    throw problemOfRefusal({ reason: AGENCY_REFUSALS.notTheirs, parameters: {} });
};
