import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { CLAIMS, type Person } from '../../../shared/http/person.ts';
import type { Configuration } from '../configuration.ts';

/** Who is signed in, as the token says. What they may do, the API decides. */
export type SignedIn = Pick<Person, 'id' | 'name' | 'city' | 'roles' | 'agency'>;

/** Signing in and out with the city's identity provider: authorization code with PKCE; each browser tab is somebody of its own. */
export interface Session {
  readonly person: SignedIn | undefined;
  /** @returns a token that is good now. */
  token(): Promise<string>;
  signIn(hint?: string): Promise<void>;
  signOut(): Promise<void>;
}

const personOf = ({ access_token: token }: User): SignedIn => {
  const [, payload = ''] = token.split('.');
  const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (each) => each.charCodeAt(0));
  const claims = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
  const agency = claims[CLAIMS.agency];
  return {
    id: String(claims[CLAIMS.id]),
    name: String(claims[CLAIMS.name]),
    city: String(claims[CLAIMS.city]),
    roles: claims[CLAIMS.roles] as SignedIn['roles'],
    ...(typeof agency === 'string' ? { agency } : {}),
  };
};

const isAnswer = (url: URL): boolean =>
  url.searchParams.has('state') && (url.searchParams.has('code') || url.searchParams.has('error'));

/** The page's own address, to which the identity provider sends people back. */
const home = (): string => `${location.origin}${location.pathname}`;

/** Takes up the session of this tab, if there is one, or the answer of the identity provider that the page was opened with. */
export const openSession = async ({ oidc }: Configuration): Promise<Session> => {
  const manager = new UserManager({
    authority: new URL(oidc.issuer, document.baseURI).href,
    client_id: oidc.clientId,
    redirect_uri: home(),
    scope: 'openid',
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    automaticSilentRenew: false,
    loadUserInfo: false,
  });
  if (isAnswer(new URL(location.href))) {
    const user = await manager.signinRedirectCallback().catch(() => undefined);
    const page = typeof user?.state === 'string' ? user.state : '';
    history.replaceState(null, '', `${home()}${page}`);
  }
  const user = await manager.getUser();
  const signIn = (hint?: string): Promise<void> =>
    manager.signinRedirect({ state: location.hash, ...(hint === undefined ? {} : { login_hint: hint }) });
  return {
    person: user && !user.expired ? personOf(user) : undefined,
    token: async () => {
      const current = await manager.getUser();
      if (current && !current.expired) return current.access_token;
      await signIn();
      throw new Error('signing in again');
    },
    signIn,
    signOut: async () => {
      await manager.removeUser();
      location.replace(home());
    },
  };
};
