import { createLocalJWKSet, errors, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { audienceOf } from '../../../shared/http/person.ts';
import { createAuthenticator } from '../../../shared/lambda/authenticator.ts';

const ISSUER = 'https://id.example.org';
const { privateKey, publicKey } = await generateKeyPair('RS256');
const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' }] });
const authenticate = createAuthenticator({ issuer: ISSUER, audience: audienceOf('630100'), keys });

const WANG = { sub: 'wang', name: '王', city: '630100', roles: ['approver'] };
const token = (claims: JWTPayload = {}, { kid = 'one', key = privateKey, alg = 'RS256' } = {}): Promise<string> =>
  new SignJWT({ iss: ISSUER, aud: audienceOf('630100'), exp: Math.floor(Date.now() / 1000) + 60, ...WANG, ...claims })
    .setProtectedHeader({ alg, kid })
    .sign(key);

describe('an authenticator', () => {
  it('finds the person a good token speaks of', async () => {
    const person = { id: 'wang', name: '王', city: '630100', roles: ['approver'] };
    expect(await authenticate(`Bearer ${await token()}`)).toEqual(person);
    expect(await authenticate(`bearer ${await token({ agency: 'blue-sky' })}`)).toEqual({
      ...person,
      agency: 'blue-sky',
    });
    expect(await authenticate(`Bearer ${await token({ aud: ['x', audienceOf('630100')] })}`)).toEqual(person);
  });

  it.each([
    ['another city', { aud: audienceOf('620100') }],
    ['another issuer', { iss: 'https://id.example.com' }],
    ['the past', { exp: Math.floor(Date.now() / 1000) - 60 }],
    ['the future', { nbf: Math.floor(Date.now() / 1000) + 60 }],
    ['ever', { exp: undefined }],
    ['nobody', { sub: undefined }],
    ['a role there is not', { roles: ['emperor'] }],
  ])('knows nobody by a token for %s', async (_what, claims) => {
    expect(await authenticate(`Bearer ${await token(claims as JWTPayload)}`)).toBeUndefined();
  });

  it('knows nobody without a token, or by one that is forged', async () => {
    const forger = await generateKeyPair('RS256');
    const good = await token();
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${good.split('.')[1]}.`;
    const forged = await token({}, { key: forger.privateKey });
    const unknownKey = await token({}, { kid: 'two', key: forger.privateKey });
    for (const header of [undefined, '', 'Bearer', `Basic ${good}`, `Bearer ${good} ${good}`])
      expect(await authenticate(header)).toBeUndefined();
    for (const bad of [unsigned, forged, unknownKey, `${good}A`, 'a.b.c'])
      expect(await authenticate(`Bearer ${bad}`)).toBeUndefined();
  });

  it('knows nobody by a token of an algorithm that the gateway does not take', async () => {
    const pair = await generateKeyPair('ES256');
    const both = createLocalJWKSet({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'ec' }] });
    const other = createAuthenticator({ issuer: ISSUER, audience: audienceOf('630100'), keys: both });
    expect(await other(`Bearer ${await token({}, { alg: 'ES256', kid: 'ec', key: pair.privateKey })}`)).toBeUndefined();
  });

  it('does not take an issuer that is away for a bad token', async () => {
    const away = createAuthenticator({
      issuer: ISSUER,
      audience: audienceOf('630100'),
      keys: () => Promise.reject(new errors.JWKSTimeout()),
    });
    await expect(away(`Bearer ${await token()}`)).rejects.toThrow(errors.JWKSTimeout);
  });
});
