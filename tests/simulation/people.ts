import type { Person } from '../../shared/http/person.ts';
import { type Role, RoleSchema } from '../../shared/http/roles.ts';

/** @returns somebody of a role in a city; `number` tells colleagues apart. */
export const person = (city: string, role: Role, number = 1): Person => {
  const id = `${role}-${number}@${city}`;
  return { id, name: `演示 ${id}`, city, roles: [role] };
};

/** @returns what a person sends as `Authorization`. */
export const tokenOf = ({ id }: Person): string => `Bearer ${id}`;

/** The other way round. */
export const personOf = (authorization: string | undefined): Person | undefined => {
  const [, role, number, city] = /^Bearer ([a-z-]+)-(\d+)@(\d{6})$/.exec(authorization ?? '') ?? [];
  const known = RoleSchema.safeParse(role);
  return known.success && city !== undefined ? person(city, known.data, Number(number)) : undefined;
};
