import { type User, UserManager, WebStorageStateStore } from 'oidc-client-ts';
import { CLAIMS, type Person } from '../../../shared/http/person.ts';
import type { Configuration } from '../configuration.ts';
import { forgetKeptAnswers } from '../phone/kept-answers.ts';

/** Who is signed in, as the token says. What they may do, the API decides. */
export type SignedIn = Pick<Person, 'id' | 'name' | 'city' | 'roles' | 'agency'>;

/** Signing in and out with the city's identity provider: authorization code with PKCE, fresh tokens by refresh token. */
export interface Session {
  readonly person: SignedIn | undefined;
  /** @returns a token, fresh if one could be had; an old one is refused by the API in its own words. */
  token(): Promise<string>;
  signIn(hint?: string): Promise<void>;
  signOut(): Promise<void>;
  /** @param listener called when the identity provider gives no more tokens: whoever it was must sign in again. */
  onEnd(listener: () => void): () => void;
}

/** Fresh tokens are asked for this long before one is used up, seconds. */
const EARLY_S = 120;

/** Of an installed page there is one on the phone, and it outlives its being closed; else each browser tab is somebody of its own. */
const storage = (): Storage => (matchMedia('(display-mode: standalone)').matches ? localStorage : sessionStorage);

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

const managerOf = ({ oidc }: Configuration): UserManager =>
  new UserManager({
    authority: new URL(oidc.issuer, document.baseURI).href,
    client_id: oidc.clientId,
    redirect_uri: home(),
    scope: 'openid offline_access',
    userStore: new WebStorageStateStore({ store: storage() }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    automaticSilentRenew: false,
    loadUserInfo: false,
  });

/** Takes in the identity provider's answer that the page was opened with, if it was. */
const takeInAnswer = async (manager: UserManager): Promise<void> => {
  if (!isAnswer(new URL(location.href))) return;
  const user = await manager.signinRedirectCallback().catch(() => undefined);
  const page = typeof user?.state === 'string' ? user.state : '';
  history.replaceState(null, '', `${home()}${page}`);
};

const needsRenewal = ({ expires_in: seconds = 0 }: User): boolean => seconds < EARLY_S;

/** Takes up the session of this tab, if there is one, or the answer of the identity provider that the page was opened with. */
export const openSession = async (configuration: Configuration): Promise<Session> => {
  const manager = managerOf(configuration);
  const listeners = new Set<() => void>();
  await takeInAnswer(manager);
  const user = await manager.getUser();
  let renewal: Promise<User | null> | undefined;
  /** One at a time, whoever asks; `null` when nothing came of it. */
  const renew = (): Promise<User | null> => {
    renewal ??= manager
      .signinSilent()
      .catch(() => null)
      .finally(() => {
        renewal = undefined;
      });
    return renewal;
  };
  return {
    person: user && (!user.expired || user.refresh_token !== undefined) ? personOf(user) : undefined,
    token: async () => {
      const current = await manager.getUser();
      if (!current || !needsRenewal(current)) return current?.access_token ?? '';
      const renewed = current.refresh_token === undefined ? null : await renew();
      // Without a line nothing can be had, and nothing is over.
      if (!renewed && current.expired && navigator.onLine) for (const listener of listeners) listener();
      return (renewed ?? current).access_token;
    },
    signIn: (hint) =>
      manager.signinRedirect({ state: location.hash, ...(hint === undefined ? {} : { login_hint: hint }) }),
    signOut: async () => {
      forgetKeptAnswers();
      await manager.removeUser();
      location.replace(home());
    },
    onEnd: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
};
