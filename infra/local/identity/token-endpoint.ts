import * as z from 'zod';
import type { Person } from '../../../shared/http/person.ts';
import type { AuthorizationCodes } from './authorization.ts';
import { TOKEN_SECONDS, type TokenIssuer } from './token-issuer.ts';

/** Client of scripts that sign in with a password and name none. */
const SCRIPTS = 'shouwang-scripts';

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
}

const tokensFor = async (issuer: TokenIssuer, person: Person, clientId: string, nonce: string | undefined) => ({
  access_token: await issuer.accessToken(person, clientId),
  token_type: 'Bearer',
  expires_in: TOKEN_SECONDS,
  scope: 'openid',
  id_token: await issuer.idToken(person, clientId, nonce),
});

const authorized = (
  { codes, signIn }: TokenEndpointOptions,
  grant: Grant,
): { person: Person; nonce?: string | undefined } => {
  if (grant.grant_type === 'password') {
    const person = signIn(grant.username, grant.password);
    if (!person) throw new TokenRefused('invalid_grant', 'user name or password is wrong');
    return { person };
  }
  const found = codes.redeem(grant.code, grant.client_id, grant.redirect_uri, grant.code_verifier);
  if (!found) throw new TokenRefused('invalid_grant', 'the code is not good, or not any more');
  return { person: found.person, nonce: found.request.nonce };
};

/**
 * Exchanges a grant for tokens: an authorization code with its PKCE verifier, or, for scripts, a demo person's password.
 * @param form the fields of the request.
 * @throws TokenRefused
 */
export const exchange = async (options: TokenEndpointOptions, form: Readonly<Record<string, string>>) => {
  const { data: grant, error } = GrantSchema.safeParse(form);
  if (!grant) {
    const unknownType = error.issues.some(({ path }) => path[0] === 'grant_type');
    throw new TokenRefused(unknownType ? 'unsupported_grant_type' : 'invalid_request', z.prettifyError(error));
  }
  const { person, nonce } = authorized(options, grant);
  return tokensFor(options.issuer, person, grant.client_id, nonce);
};
