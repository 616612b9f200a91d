import { generateKeyPairSync } from 'node:crypto';
import { decodeJwt } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { AuthorizationCodes } from '../../../infra/local/identity/authorization.ts';
import { exchange, TokenRefused } from '../../../infra/local/identity/token-endpoint.ts';
import { TokenIssuer } from '../../../infra/local/identity/token-issuer.ts';
import type { Person } from '../../../shared/http/person.ts';

const officer: Person = { id: 'duty-officer@630100', name: '演示', city: '630100', roles: ['duty-officer'] };
const CLIENT = 'shouwang-console';
const PAGE = 'http://127.0.0.1:8630/';
const VERIFIER = 'v'.repeat(43);
/** Base64url of the SHA-256 of the verifier. */
const challengeOf = async (): Promise<string> =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(VERIFIER))).toString('base64url');

describe('tokens for whoever stays signed in', () => {
  let issuer: TokenIssuer;
  const codes = new AuthorizationCodes();
  let known: Person | undefined = officer;
  const ask = (form: Readonly<Record<string, string>>) =>
    exchange({ issuer, codes, signIn: () => undefined, find: (id) => (id === known?.id ? known : undefined) }, form);

  beforeAll(async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    issuer = await TokenIssuer.of('http://127.0.0.1:8630/oidc', privateKey);
  });

  const signedIn = async (scope: string) => {
    const request = {
      response_type: 'code' as const,
      client_id: CLIENT,
      redirect_uri: PAGE,
      scope,
      code_challenge: await challengeOf(),
      code_challenge_method: 'S256' as const,
    };
    return ask({
      grant_type: 'authorization_code',
      code: codes.issue({ person: officer, request }),
      client_id: CLIENT,
      redirect_uri: PAGE,
      code_verifier: VERIFIER,
    });
  };

  it('gives a refresh token to a client that asked to stay signed in, and to no other', async () => {
    expect(await signedIn('openid')).not.toHaveProperty('refresh_token');
    expect(await signedIn('openid offline_access')).toHaveProperty('refresh_token');
  });

  it('gives fresh tokens of the same person for it', async () => {
    const { refresh_token = '' } = await signedIn('openid offline_access');
    const fresh = await ask({ grant_type: 'refresh_token', refresh_token, client_id: CLIENT });
    expect(decodeJwt(fresh.access_token)).toMatchObject({ client_id: CLIENT, aud: expect.stringContaining('630100') });
    expect(fresh).toHaveProperty('refresh_token');
  });

  it('refuses one of another client, an access token in its place, and one of somebody who is gone', async () => {
    const { refresh_token = '', access_token } = await signedIn('openid offline_access');
    const refused = [
      { refresh_token, client_id: 'another' },
      { refresh_token: access_token, client_id: CLIENT },
      { refresh_token: 'nonsense', client_id: CLIENT },
    ];
    for (const form of refused)
      await expect(ask({ grant_type: 'refresh_token', ...form })).rejects.toThrow(TokenRefused);
    known = undefined;
    await expect(ask({ grant_type: 'refresh_token', refresh_token, client_id: CLIENT })).rejects.toThrow(TokenRefused);
    known = officer;
  });

  it('is not taken for an access token by the API: it is for the issuer alone', async () => {
    const { refresh_token = '' } = await signedIn('openid offline_access');
    expect(decodeJwt(refresh_token).aud).toBe('http://127.0.0.1:8630/oidc');
  });
});
