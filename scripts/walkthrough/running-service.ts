import * as z from 'zod';
import type { Cities } from './desks.ts';

/** Every demo person's. */
const PASSWORD = 'demo';

/** @returns the cities of the service that answers at `url`: each below its code, with the development issuer beside them. */
export const runningService = (url: string, fetch: typeof globalThis.fetch): Cities => ({
  baseUrl: (city) => `${url}/${city}`,
  token: async (role, city) => {
    const username = `${role}@${city}`;
    const body = new URLSearchParams({ grant_type: 'password', username, password: PASSWORD });
    const response = await fetch(`${url}/oidc/token`, { method: 'POST', body });
    if (!response.ok)
      throw new Error(`${username} cannot sign in at ${url}: ${response.status} ${await response.text()}`);
    return z.object({ access_token: z.string() }).parse(await response.json()).access_token;
  },
});
