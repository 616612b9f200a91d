import type { IncomingMessage } from 'node:http';
import { CLAIMS } from '../../../shared/http/person.ts';
import { RoleSchema } from '../../../shared/http/roles.ts';
import type { DemoDirectory } from '../demo-directory.ts';
import { DEMO_PASSWORD, type DemoPerson } from '../demo-people.ts';
import { type Answer, html, json, readBody } from '../gateway/answer.ts';
import { signInPage } from '../pages/sign-in-page.ts';
import {
  AuthorizationCodes,
  type AuthorizationRequest,
  AuthorizationRequestSchema,
  ReturnSchema,
  returnTo,
} from './authorization.ts';
import { exchange, OFFLINE, TokenRefused } from './token-endpoint.ts';
import type { TokenIssuer } from './token-issuer.ts';

const MAXIMUM_FORM_BYTES = 64 * 1024;

/** Pages of other origins (a console under development) may read these; no cookies are involved. */
const ANY_ORIGIN = { 'access-control-allow-origin': '*' };
const PREFLIGHT: Answer = {
  status: 204,
  headers: {
    ...ANY_ORIGIN,
    'access-control-allow-headers': 'authorization, content-type',
    'access-control-allow-methods': 'GET, POST',
  },
};
const NO_STORE = { ...ANY_ORIGIN, 'cache-control': 'no-store' };

const redirect = (location: string): Answer => ({ status: 303, headers: { location, 'cache-control': 'no-store' } });

const formOf = async (request: IncomingMessage): Promise<Record<string, string>> =>
  Object.fromEntries(new URLSearchParams((await readBody(request, MAXIMUM_FORM_BYTES)).toString('utf8')));

/**
 * The development issuer, below `/oidc`: discovery, keys, sign-in page (authorization code with PKCE) and a password grant
 * for scripts. It knows the demo people only; a deployment uses the city's own identity provider.
 */
export class Oidc {
  private readonly issuer: TokenIssuer;
  private readonly directory: DemoDirectory;
  private readonly codes = new AuthorizationCodes();

  constructor(issuer: TokenIssuer, directory: DemoDirectory) {
    this.issuer = issuer;
    this.directory = directory;
  }

  /** @param path below the issuer, e.g. `/token`. */
  async answer(request: IncomingMessage, path: string, query: string): Promise<Answer> {
    if (request.method === 'OPTIONS') return PREFLIGHT;
    switch (`${request.method} ${path}`) {
      case 'GET /.well-known/openid-configuration':
        return json(200, this.discovery(), ANY_ORIGIN);
      case 'GET /jwks':
        return json(200, this.issuer.jwks, ANY_ORIGIN);
      case 'GET /authorize':
        return this.authorize(Object.fromEntries(new URLSearchParams(query)), false);
      case 'POST /authorize':
        return this.authorize(await formOf(request), true);
      case 'POST /token':
        return this.token(await formOf(request));
      default:
        return json(404, { error: 'not_found' }, ANY_ORIGIN);
    }
  }

  private discovery() {
    const { issuer } = this.issuer;
    return {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code', 'refresh_token', 'password'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['none'],
      code_challenge_methods_supported: ['S256'],
      scopes_supported: ['openid', OFFLINE],
      claims_supported: Object.values(CLAIMS),
      roles_supported: RoleSchema.options,
    };
  }

  private signIn = (username: string, password: string): DemoPerson | undefined =>
    password === DEMO_PASSWORD ? this.directory.find(username.trim()) : undefined;

  private authorize(fields: Readonly<Record<string, string>>, submitted: boolean): Answer {
    const back = ReturnSchema.safeParse(fields);
    if (!back.success) return json(400, { error: 'invalid_request', error_description: back.error.message });
    const asked = AuthorizationRequestSchema.safeParse(fields);
    if (!asked.success)
      return redirect(returnTo(back.data, { error: 'invalid_request', error_description: asked.error.message }));
    if (!submitted && asked.data.prompt === 'none') return redirect(returnTo(back.data, { error: 'login_required' }));
    const { username = '', password = '' } = fields;
    const person = submitted ? this.signIn(username, password) : undefined;
    if (!person) return this.page(asked.data, submitted, username);
    return redirect(returnTo(back.data, { code: this.codes.issue({ person, request: asked.data }) }));
  }

  private page({ login_hint = '', ...request }: AuthorizationRequest, failed: boolean, username: string): Answer {
    const hidden = Object.fromEntries(
      Object.entries(request).flatMap(([name, value]) => (value ? [[name, value]] : [])),
    );
    return html(200, signInPage({ hidden, people: this.directory.people, username: username || login_hint, failed }));
  }

  private async token(form: Readonly<Record<string, string>>): Promise<Answer> {
    const find = (id: string) => this.directory.find(id);
    const options = { issuer: this.issuer, codes: this.codes, signIn: this.signIn, find };
    try {
      return json(200, await exchange(options, form), NO_STORE);
    } catch (error) {
      if (!(error instanceof TokenRefused)) throw error;
      return json(400, { error: error.code, error_description: error.message }, NO_STORE);
    }
  }
}
