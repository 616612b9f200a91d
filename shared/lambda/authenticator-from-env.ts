import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod';
import { audienceOf } from '../http/person.ts';
import { createAuthenticator } from './authenticator.ts';
import type { Cell } from './cell.ts';
import { readEnvironment } from './environment.ts';

/** How long the issuer may take to say where its keys are, milliseconds. */
const DISCOVERY_TIMEOUT_MS = 5_000;

const DiscoverySchema = z.object({ jwks_uri: z.url() });

/** Asks the issuer once where its keys are (OpenID Connect Discovery 1.0), as the gateway does; again when that failed. */
const discoveredKeys = (issuer: string): JWTVerifyGetKey => {
  const discover = async (): Promise<JWTVerifyGetKey> => {
    const url = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const response = await fetch(url, { signal: AbortSignal.timeout(DISCOVERY_TIMEOUT_MS) });
    if (!response.ok) throw new Error(`the issuer answered ${response.status} to ${url}`);
    return createRemoteJWKSet(new URL(DiscoverySchema.parse(await response.json()).jwks_uri));
  };
  let known: Promise<JWTVerifyGetKey> | undefined;
  return async (header, token) => {
    known ??= discover().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return (await known)(header, token);
  };
};

/** @returns the check of access tokens of the city's issuer, made out to the city. */
export const authenticatorFromEnv = (): Cell['authenticate'] => {
  const issuer = readEnvironment('issuer').OIDC_ISSUER;
  const audience = audienceOf(readEnvironment('city').CITY_CODE);
  return createAuthenticator({ issuer, audience, keys: discoveredKeys(issuer) });
};
