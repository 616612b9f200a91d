import { createPublicKey, type KeyObject } from 'node:crypto';
import {
  calculateJwkThumbprint,
  createLocalJWKSet,
  exportJWK,
  type JSONWebKeySet,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';
import { v4 } from 'uuid';
import { audienceOf, CLAIMS, type Person } from '../../../shared/http/person.ts';

/** Tokens are good for this long, seconds. */
export const TOKEN_SECONDS = 3600;

/** Somebody on duty signs in once a shift: fresh tokens can be had for this long, seconds. */
const REFRESH_SECONDS = 12 * 3600;

const ALGORITHM = 'RS256';

const REFRESH_TYPE = 'rt+jwt';

const claimsOf = (person: Person): JWTPayload =>
  Object.fromEntries(
    Object.entries(CLAIMS).flatMap(([property, claim]) => {
      const value = person[property as keyof Person];
      return value === undefined ? [] : [[claim, value]];
    }),
  );

/** Makes the tokens of the development issuer, with a key that is kept: they outlive a restart. */
export class TokenIssuer {
  readonly issuer: string;
  readonly jwks: JSONWebKeySet;
  readonly keys: ReturnType<typeof createLocalJWKSet>;
  private readonly privateKey: KeyObject;
  private readonly keyId: string;

  private constructor(issuer: string, privateKey: KeyObject, keyId: string, jwks: JSONWebKeySet) {
    this.issuer = issuer;
    this.privateKey = privateKey;
    this.keyId = keyId;
    this.jwks = jwks;
    this.keys = createLocalJWKSet(jwks);
  }

  /** @param privateKey RSA, as API Gateway's authorizer takes no tokens of other keys. */
  static async of(issuer: string, privateKey: KeyObject): Promise<TokenIssuer> {
    const jwk = await exportJWK(createPublicKey(privateKey));
    const kid = await calculateJwkThumbprint(jwk);
    return new TokenIssuer(issuer, privateKey, kid, { keys: [{ ...jwk, kid, use: 'sig', alg: ALGORITHM }] });
  }

  /** @returns a token for the API of the person's own city. */
  accessToken(person: Person, clientId: string): Promise<string> {
    return this.sign('at+jwt', { ...claimsOf(person), client_id: clientId, scope: 'openid' }, audienceOf(person.city));
  }

  /** @returns a token that tells the client who signed in. */
  idToken(person: Person, clientId: string, nonce: string | undefined): Promise<string> {
    return this.sign('JWT', { ...claimsOf(person), ...(nonce !== undefined && { nonce }) }, clientId);
  }

  /** @returns a token for which this issuer gives others, as long as the shift lasts. */
  refreshToken({ id }: Person, clientId: string): Promise<string> {
    return this.sign(REFRESH_TYPE, { sub: id, client_id: clientId }, this.issuer, REFRESH_SECONDS);
  }

  /** @returns the id of the person a refresh token was given to by way of this client; `undefined` when it is not good, or not any more. */
  async ownerOf(refreshToken: string, clientId: string): Promise<string | undefined> {
    const rules = { issuer: this.issuer, audience: this.issuer, typ: REFRESH_TYPE };
    const verified = await jwtVerify(refreshToken, this.keys, rules).catch(() => undefined);
    return verified?.payload.client_id === clientId ? verified.payload.sub : undefined;
  }

  private sign(typ: string, claims: JWTPayload, audience: string, seconds = TOKEN_SECONDS): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ alg: ALGORITHM, kid: this.keyId, typ })
      .setIssuer(this.issuer)
      .setAudience(audience)
      .setJti(v4())
      .setIssuedAt()
      .setExpirationTime(`${seconds} s`)
      .sign(this.privateKey);
  }
}
