import * as z from 'zod';
import { CityCodeSchema } from '../domain/kernel/city-code.ts';
import { PersonReferenceSchema } from '../domain/kernel/person-reference.ts';
import { RoleSchema } from './roles.ts';

/** A signed-in person, from the claims of an OIDC access token whose audience is the city's API. */
export const PersonSchema = z.strictObject({
  /** `sub` of the token. */
  id: PersonReferenceSchema.shape.id,
  name: PersonReferenceSchema.shape.name,
  city: CityCodeSchema,
  roles: z.array(RoleSchema),
  /** The partner agency the person works for, if any. */
  agency: z.string().optional(),
  /** The task's link by which a duty phone came, in place of a person with a token. */
  taskLink: z.uuid().optional(),
});
export type Person = z.infer<typeof PersonSchema>;

/** Names of the claims that carry a {@link Person}; any OIDC issuer can be set up to send them. */
export const CLAIMS = { id: 'sub', name: 'name', city: 'city', roles: 'roles', agency: 'agency' } as const;

/** @returns the audience a city's API accepts tokens for. */
export const audienceOf = (city: string): string => `shouwang:${city}`;
