import type { CityCode } from '../../shared/domain/kernel/city-code.ts';
import type { Language } from '../../shared/domain/kernel/text.ts';
import { type Client, createClient } from '../../shared/http/client.ts';
import type { Role } from '../../shared/http/roles.ts';

/** Where cities answer, and how people sign in to them. */
export interface Cities {
  /** @returns where a city's API is, without a slash at its end. */
  baseUrl(city: CityCode): string;
  /** @returns a fresh access token of the demo person with that role in that city. */
  token(role: Role, city: CityCode): Promise<string>;
}

/** The API of a city as one of its people uses it. */
export type Desk = (role: Role, city: CityCode) => Client;

export interface DeskOptions {
  readonly language?: Language;
  readonly fetch?: typeof globalThis.fetch;
}

/** @returns a desk for every role in every city; each person signs in once, when first needed. */
export const createDesk = (cities: Cities, options: DeskOptions = {}): Desk => {
  const known = new Map<string, Client>();
  return (role, city) => {
    const name = `${role}@${city}`;
    let token: Promise<string> | undefined;
    const client =
      known.get(name) ??
      createClient({
        ...options,
        baseUrl: cities.baseUrl(city),
        token: () => {
          token ??= cities.token(role, city).catch((error: unknown) => {
            token = undefined;
            throw error;
          });
          return token;
        },
      });
    known.set(name, client);
    return client;
  };
};
