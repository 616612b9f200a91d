import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { CLAIMS, type Person, PersonSchema } from '../http/person.ts';
import type { Cell } from './cell.ts';
import { rememberingTokens, type VerifyToken } from './remembered-tokens.ts';

export interface AuthenticatorOptions {
  /** `iss` of the tokens that are accepted. */
  readonly issuer: string;
  /** `aud` of the tokens that are accepted; see `audienceOf`. */
  readonly audience: string;
  /** The issuer's public keys: `createRemoteJWKSet` or `createLocalJWKSet` of jose. */
  readonly keys: JWTVerifyGetKey;
}

/** API Gateway's JWT authorizer takes these and no others; a token that gets past one gate must get past the other. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512'];

/** What is wrong with a token, as against what is wrong with us or the issuer. */
const TOKEN_FAULTS: ReadonlySet<string> = new Set([
  errors.JWTClaimValidationFailed.code,
  errors.JWTExpired.code,
  errors.JWTInvalid.code,
  errors.JWSInvalid.code,
  errors.JWSSignatureVerificationFailed.code,
  errors.JOSEAlgNotAllowed.code,
  errors.JOSENotSupported.code,
  errors.JWKSNoMatchingKey.code,
]);

/** Clocks of issuer and city may be this far apart, seconds. */
const CLOCK_TOLERANCE_SECONDS = 5;

const BEARER = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i;

/** @returns the token of an `authorization` header, or `undefined` when it has none. */
export const bearerToken = (authorization: string | undefined): string | undefined =>
  BEARER.exec(authorization ?? '')?.[1];

/**
 * @returns what checks access tokens: their payload when signature, issuer, audience and times are right, else `undefined`.
 * It rejects when the issuer's keys cannot be had.
 */
export const createTokenVerifier = ({ issuer, audience, keys }: AuthenticatorOptions): VerifyToken =>
  rememberingTokens(async (token) => {
    try {
      const options = { issuer, audience, algorithms: ALGORITHMS, clockTolerance: CLOCK_TOLERANCE_SECONDS };
      return (await jwtVerify(token, keys, { ...options, requiredClaims: ['exp'] })).payload;
    } catch (error) {
      if (error instanceof errors.JOSEError && TOKEN_FAULTS.has(error.code)) return undefined;
      throw error;
    }
  });

/** @returns the person a token's claims speak of, or `undefined` when they do not speak of one. */
export const personOf = (claims: JWTPayload): Person | undefined => {
  const values = Object.entries(CLAIMS).map(([property, claim]) => [property, claims[claim]]);
  return PersonSchema.safeParse(Object.fromEntries(values.filter(([, value]) => value !== undefined))).data;
};

/**
 * @returns `authenticate` of a cell: the signed-in person of an `authorization` header, or `undefined` when the token is
 * missing, forged, expired, of another issuer, for another city, or says nothing of a person.
 */
export const createAuthenticator = (options: AuthenticatorOptions): Cell['authenticate'] => {
  const verify = createTokenVerifier(options);
  return async (authorization) => {
    const token = bearerToken(authorization);
    const claims = token === undefined ? undefined : await verify(token);
    return claims && personOf(claims);
  };
};
