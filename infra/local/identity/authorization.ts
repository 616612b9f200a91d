import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { Person } from '../../../shared/http/person.ts';

/** A person's browser comes back to its own machine only: this issuer serves nobody else. */
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

const isLoopback = (url: string): boolean => URL.canParse(url) && LOOPBACK.has(new URL(url).hostname);

/** Where the answer to an authorization request goes; without a good one there is nobody to answer. */
export const ReturnSchema = z.object({
  client_id: z.string().min(1),
  redirect_uri: z.url().refine(isLoopback, 'a page of this machine'),
  state: z.string().optional(),
});

/** An authorization request (OpenID Connect Core 3.1.2.1), code flow with PKCE (RFC 7636). */
export const AuthorizationRequestSchema = ReturnSchema.extend({
  response_type: z.literal('code'),
  scope: z.string().refine((scope) => scope.split(' ').includes('openid'), 'must hold openid'),
  nonce: z.string().optional(),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal('S256'),
  prompt: z.string().optional(),
  login_hint: z.string().optional(),
});
export type AuthorizationRequest = z.infer<typeof AuthorizationRequestSchema>;

/** What an authorization code stands for. */
export interface Authorization {
  readonly person: Person;
  readonly request: AuthorizationRequest;
}

/** A code is good for one use within this time, milliseconds. */
const CODE_MS = 60_000;

/** Authorization codes that were given out and not yet exchanged. */
export class AuthorizationCodes {
  private readonly codes = new Map<string, Authorization & { readonly until: number }>();

  issue(authorization: Authorization): string {
    const code = randomBytes(24).toString('base64url');
    this.codes.set(code, { ...authorization, until: Date.now() + CODE_MS });
    return code;
  }

  /** @returns what the code stands for, if client, page and proof are those it was given out for. It is used up. */
  redeem(code: string, clientId: string, redirectUri: string, verifier: string): Authorization | undefined {
    const found = this.codes.get(code);
    this.codes.delete(code);
    if (!found || found.until < Date.now()) return undefined;
    const { client_id, redirect_uri, code_challenge } = found.request;
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const isTheirs = client_id === clientId && redirect_uri === redirectUri && code_challenge === challenge;
    return isTheirs ? found : undefined;
  }
}

/** @returns the page of the client with the answer to its request. */
export const returnTo = (
  { redirect_uri, state }: z.infer<typeof ReturnSchema>,
  answer: Readonly<Record<string, string>>,
): string => {
  const url = new URL(redirect_uri);
  for (const [name, value] of Object.entries({ ...answer, ...(state !== undefined && { state }) }))
    url.searchParams.set(name, value);
  return url.href;
};
