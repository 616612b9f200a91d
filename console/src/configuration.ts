import type { Text } from '../../shared/domain/kernel/text.ts';

/** A city whose duty room this page serves. */
export interface ServedCity {
  readonly code: string;
  readonly name: Text;
  /** Of its API, without a slash at its end; may be relative to the page. */
  readonly api: string;
}

/** What the map draws under what the city knows; without it, nothing: the map is a scheme. */
export interface MapSettings {
  /** Square tiles in Web Mercator, drawn one over the other; e.g. Tianditu's `vec_w` and `cva_w`, its token in the address. */
  readonly tiles?: readonly {
    /** With `{z}`, `{x}`, `{y}` and, where there are several hosts, `{s}`. */
    readonly url: string;
    readonly subdomains?: string;
    readonly maxZoom?: number;
    /** Whose map it is, and its approval number (审图号), as the owner wants it shown. */
    readonly attribution: string;
  }[];
  /** GeoJSON (RFC 7946, WGS-84) to be shown or not. */
  readonly overlays?: readonly { readonly name: Text; readonly url: string }[];
}

/** What whoever puts the page somewhere says about where it is: `console.json` beside it. */
export interface Configuration {
  readonly oidc: { readonly issuer: string; readonly clientId: string };
  readonly cities: readonly ServedCity[];
  readonly map?: MapSettings;
  /** Demo sign-ins that the sign-in screen offers; where people are real there are none. */
  readonly demoPeople?: readonly { readonly id: string; readonly title: Text; readonly city: string }[];
}

/** @throws Error when the file is missing: the page was put somewhere half. */
export const readConfiguration = async (): Promise<Configuration> => {
  const response = await fetch(new URL('console.json', document.baseURI), { cache: 'no-store' });
  if (!response.ok) throw new Error(`console.json was answered ${response.status}`);
  return (await response.json()) as Configuration;
};
