import type { Text } from '../../shared/domain/kernel/text.ts';
import type { Person } from '../../shared/http/person.ts';
import { ROLES, RoleSchema } from '../../shared/http/roles.ts';
import { cityName } from '../../shared/reference/cities.ts';

/** The password of every demo person. It opens nothing but a development issuer on one's own machine. */
export const DEMO_PASSWORD = 'demo';

/** A made-up person who can sign in at the development issuer. */
export interface DemoPerson extends Person {
  /** What is shown of the person: name and office in both languages. */
  readonly title: Text;
}

const demoPerson = (role: (typeof RoleSchema.options)[number], city: string): DemoPerson => {
  const place = cityName(city);
  const title = { zh: `演示·${place.zh}${ROLES[role].zh}`, en: `Demo ${ROLES[role].en}, ${place.en}` };
  return { id: `${role}@${city}`, name: `${title.zh} ${title.en}`, title, city, roles: [role] };
};

/** @returns one person of each role for each city; their sign-in is their id, `<role>@<city code>`. */
export const demoPeople = (cities: readonly string[]): readonly DemoPerson[] =>
  cities.flatMap((city) => RoleSchema.options.map((role) => demoPerson(role, city)));

const OFFICER = /^(agency-officer@\d{6})\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/**
 * @returns who signs in: one of the people, or, for any agency that is registered, its officer:
 * `agency-officer@<city code>/<agency id>`.
 */
export const findDemoPerson = (people: readonly DemoPerson[], signIn: string): DemoPerson | undefined => {
  const [, office, agency] = OFFICER.exec(signIn) ?? [];
  const person = people.find(({ id }) => id === (office ?? signIn));
  return person && agency !== undefined ? { ...person, id: signIn, agency } : person;
};
