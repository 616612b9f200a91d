import type { Text } from '../../shared/domain/kernel/text.ts';
import { cityName } from '../../shared/reference/cities.ts';
import type { MapSettings } from './map-settings.ts';

/** What is known of where a console is put. */
export interface ConsolePlace {
  readonly issuer: string;
  readonly clientId: string;
  /** The cities it serves, with where their APIs are; may be relative to the page. */
  readonly cities: readonly { readonly code: string; readonly api: string }[];
  readonly map?: MapSettings | undefined;
}

/** What the console reads as `console.json` beside it. */
export interface ConsoleSettings {
  readonly oidc: { readonly issuer: string; readonly clientId: string };
  readonly cities: readonly { readonly code: string; readonly name: Text; readonly api: string }[];
  readonly map?: MapSettings;
}

/** The page, as the issuer knows it. */
export const CONSOLE_CLIENT_ID = 'shouwang-console';

/** @returns what the console must know of where it is. */
export const consoleSettings = ({ issuer, clientId, cities, map }: ConsolePlace): ConsoleSettings => ({
  oidc: { issuer, clientId },
  cities: cities.map(({ code, api }) => ({ code, name: cityName(code), api })),
  ...(map && { map }),
});
