import type { Text } from '../../shared/domain/kernel/text.ts';

/** A city whose duty room this page serves. */
export interface ServedCity {
  readonly code: string;
  readonly name: Text;
  /** Of its API, without a slash at its end; may be relative to the page. */
  readonly api: string;
}

/** What whoever puts the page somewhere says about where it is: `console.json` beside it. */
export interface Configuration {
  readonly oidc: { readonly issuer: string; readonly clientId: string };
  readonly cities: readonly ServedCity[];
  /** Demo sign-ins that the sign-in screen offers; where people are real there are none. */
  readonly demoPeople?: readonly { readonly id: string; readonly title: Text; readonly city: string }[];
}

/** @throws Error when the file is missing: the page was put somewhere half. */
export const readConfiguration = async (): Promise<Configuration> => {
  const response = await fetch(new URL('console.json', document.baseURI), { cache: 'no-store' });
  if (!response.ok) throw new Error(`console.json was answered ${response.status}`);
  return (await response.json()) as Configuration;
};
