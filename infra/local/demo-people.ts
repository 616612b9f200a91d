import * as z from 'zod';
import { type Text, TextSchema } from '../../shared/domain/kernel/text.ts';
import { type Person, PersonSchema } from '../../shared/http/person.ts';
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

/** Somebody of whom a city's own data speaks, introduced to the development issuer so that they can sign in. */
export const IntroductionSchema = z.strictObject({
  id: PersonSchema.shape.id,
  title: TextSchema,
  city: PersonSchema.shape.city,
  role: RoleSchema,
  agency: z.uuid().optional(),
});
export type Introduction = z.infer<typeof IntroductionSchema>;

/** @returns the person who was introduced. */
export const introduced = ({ id, title, city, role, agency }: Introduction): DemoPerson => ({
  ...{ id, title, city },
  name: `${title.zh} ${title.en}`,
  roles: [role],
  ...(agency === undefined ? {} : { agency }),
});
