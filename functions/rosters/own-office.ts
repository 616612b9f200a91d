import { ROSTER_REFUSALS } from '../../shared/domain/roster/roster-refusals.ts';
import { dutyRoomOffice } from '../../shared/domain/roster/roster-state.ts';
import type { Person } from '../../shared/http/person.ts';
import { problemOfRefusal } from '../../shared/http/problems.ts';
import { hasOneOf, READERS, REGISTRARS } from '../../shared/http/roles.ts';

/** @returns the offices whose duty a person may see: `undefined` for all of them. */
export const officesSeenBy = ({ roles, city, agency }: Person): readonly string[] | undefined =>
  hasOneOf(roles, READERS) ? undefined : [dutyRoomOffice(city), ...(agency === undefined ? [] : [agency])];

const refused = () => problemOfRefusal({ reason: ROSTER_REFUSALS.notTheirs, parameters: {} });

/** @throws ProblemError 403 for people outside the duty room when the office is neither theirs nor the city's duty room. */
export const assertMaySee = (person: Person, officeId: string): void => {
  if (officesSeenBy(person)?.includes(officeId) === false) throw refused();
};

/**
 * @param forAnybody whether the person may do it with any office's roster.
 * @throws ProblemError 403 for people of an agency whose office it is not.
 */
export const assertKeeps = (
  person: Person,
  officeId: string,
  forAnybody = hasOneOf(person.roles, REGISTRARS),
): void => {
  if (!forAnybody && person.agency !== officeId) throw refused();
};
