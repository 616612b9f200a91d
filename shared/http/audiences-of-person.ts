import type { Audience } from '../domain/notification/audience.ts';
import type { Person } from './person.ts';
import { DUTY_ROOM, hasOneOf, READERS } from './roles.ts';

/** @returns the audience that acts for an agency, if the person does. */
const agencyOf = ({ roles, agency }: Person): readonly Audience[] =>
  agency !== undefined && roles.includes('agency-officer') ? [`agency/${agency}`] : [];

/**
 * The one place that says whose notices and changes a person is shown: what is read is their audiences' partitions, nothing else.
 * Those who read all of the city's business are of the duty room's audience; for the others what concerns everybody is kept apart.
 * @returns the audiences whose changes a person may follow.
 */
export const followedBy = (person: Person): readonly Audience[] => [
  hasOneOf(person.roles, READERS) ? 'duty-room' : 'anybody',
  ...agencyOf(person),
  `person/${person.id}`,
];

/** @returns the audiences whose notices are a person's own: those of the duty room's roles, of their agency, and of themselves. */
export const noticedBy = (person: Person): readonly Audience[] => [
  ...(hasOneOf(person.roles, READERS) ? (['duty-room'] as const) : []),
  ...person.roles.filter((role) => DUTY_ROOM.includes(role)).map((role): Audience => `role/${role}`),
  ...agencyOf(person),
  `person/${person.id}`,
];
