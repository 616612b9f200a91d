import * as z from 'zod';
import type { Person } from '../../../shared/http/person.ts';
import type { AuthorizationCodes } from './authorization.ts';
import { TOKEN_SECONDS, type TokenIssuer } from './token-issuer.ts';

/** Client of scripts that sign in with a password and name none. */
const SCRIPTS = 'shouwang-scripts';

/** Scope of a client that wants fresh tokens while its person is not asked (OpenID Connect Core, 11). */
export const OFFLINE = 'offline_access';

const GrantSchema = z.discriminatedUnion('grant_type', [
  z.object({
    grant_type: z.literal('authorization_code'),
    code: z.string(),
    client_id: z.string(),
    redirect_uri: z.string(),
    code_verifier: z.string(),
  }),
  z.object({
    grant_type: z.literal('password'),
    username: z.string(),
    password: z.string(),
    client_id: z.string().default(SCRIPTS),
  }),
  z.object({ grant_type: z.literal('refresh_token'), refresh_token: z.string(), client_id: z.string() }),
]);
type Grant = z.infer<typeof GrantSchema>;

/** An error of the token endpoint (RFC 6749, 5.2). */
export class TokenRefused extends Error {
  readonly code: 'invalid_request' | 'invalid_grant' | 'unsupported_grant_type';
  constructor(code: TokenRefused['code'], description: string) {
    super(description);
    this.code = code;
  }
}

export interface TokenEndpointOptions {
  readonly issuer: TokenIssuer;
  readonly codes: AuthorizationCodes;
  /** @returns who signs in with these, or `undefined`. */
  readonly signIn: (username: string, password: string) => Person | undefined;
  /** @returns the person of this id, if there still is one. */
  readonly find: (id: string) => Person | undefined;
}

/** Who gets tokens, and of which kind. */
interface Authorized {
  readonly person: Person;
  readonly nonce?: string | undefined;
  readonly refreshable: boolean;
}

const tokensFor = async (issuer: TokenIssuer, { person, nonce, refreshable }: Authorized, clientId: string) => ({
  access_token: await issuer.accessToken(person, clientId),
  token_type: 'Bearer',
  expires_in: TOKEN_SECONDS,
  scope: refreshable ? `openid ${OFFLINE}` : 'openid',
  id_token: await issuer.idToken(person, clientId, nonce),
  ...(refreshable && { refresh_token: await issuer.refreshToken(person, clientId) }),
});

const authorized = async ({ issuer, codes, signIn, find }: TokenEndpointOptions, grant: Grant): Promise<Authorized> => {
  if (grant.grant_type === 'password') {
    const person = signIn(grant.username, grant.password);
    if (!person) throw new TokenRefused('invalid_grant', 'user name or password is wrong');
    return { person, refreshable: false };
  }
  if (grant.grant_type === 'refresh_token') {
    const person = find((await issuer.ownerOf(grant.refresh_token, grant.client_id)) ?? '');
    if (!person) throw new TokenRefused('invalid_grant', 'the refresh token is not good, or not any more');
    return { person, refreshable: true };
  }
  const found = codes.redeem(grant.code, grant.client_id, grant.redirect_uri, grant.code_verifier);
  if (!found) throw new TokenRefused('invalid_grant', 'the code is not good, or not any more');
  const { nonce, scope } = found.request;
  return { person: found.person, nonce, refreshable: scope.split(' ').includes(OFFLINE) };
};

/**
 * Exchanges a grant for tokens: an authorization code with its PKCE verifier, a refresh token, or, for scripts, a demo person's password.
 * @param form the fields of the request.
 * @throws TokenRefused
 */
export const exchange = async (options: TokenEndpointOptions, form: Readonly<Record<string, string>>) => {
  const { data: grant, error } = GrantSchema.safeParse(form);
  if (!grant) {
    const unknownType = error.issues.some(({ path }) => path[0] === 'grant_type');
    throw new TokenRefused(unknownType ? 'unsupported_grant_type' : 'invalid_request', z.prettifyError(error));
  }
  return tokensFor(options.issuer, await authorized(options, grant), grant.client_id);
};
