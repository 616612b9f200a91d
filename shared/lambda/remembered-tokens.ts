import type { JWTPayload } from 'jose';

/** Checks an access token; see `createTokenVerifier`. */
export type VerifyToken = (token: string) => Promise<JWTPayload | undefined>;

/** A good token's signature is not checked again for this long, milliseconds: so long a key that was withdrawn goes on. */
const REMEMBERED_MS = 60_000;
/** Tokens remembered at once. */
const MAXIMUM = 500;

/**
 * @param now milliseconds since 1970.
 * @returns the same check, which remembers good tokens for a minute, never beyond their end: people send the same token with
 * every request, and checking its signature takes longer than all else a handler does.
 */
export const rememberingTokens = (verify: VerifyToken, now: () => number = Date.now): VerifyToken => {
  const remembered = new Map<string, { readonly payload: JWTPayload; readonly until: number }>();
  return async (token) => {
    const known = remembered.get(token);
    if (known && now() < known.until) return known.payload;
    remembered.delete(token);
    const payload = await verify(token);
    if (!payload) return undefined;
    const [oldest] = remembered.keys();
    if (remembered.size >= MAXIMUM && oldest !== undefined) remembered.delete(oldest);
    remembered.set(token, { payload, until: Math.min(now() + REMEMBERED_MS, (payload.exp ?? 0) * 1000) });
    return payload;
  };
};
