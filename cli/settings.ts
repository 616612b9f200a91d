import { LANGUAGES, type Language } from '../shared/domain/kernel/text.ts';
import { Failure } from './failure.ts';
import type { Session } from './sessions.ts';
import type { World } from './world.ts';

const DEFAULT_URL = 'http://127.0.0.1:8630';
const DEFAULT_CITY = '630100';
/** Stands in a base URL where the city's code goes. */
const PLACE = '{city}';

/** What every command can be told. */
export interface GlobalOptions {
  readonly json?: boolean;
  readonly lang?: string;
  readonly city?: string;
  readonly baseUrl?: string;
  readonly apiUrl?: string;
  readonly as?: string;
}

type Environment = World['environment'];

/** @returns the language asked for by `--lang`, or else by the locale; Chinese unless that is English. */
export const languageFor = (asked: string | undefined, { LC_ALL, LC_MESSAGES, LANG }: Environment): Language => {
  const named = LANGUAGES.find((language) => language === asked);
  return named ?? ((LC_ALL || LC_MESSAGES || LANG || '').startsWith('en') ? 'en' : 'zh');
};

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

const checked = (url: string): string => {
  if (URL.canParse(url)) return withoutSlash(url);
  throw new Failure('usage', { zh: `${url} 不是网址。`, en: `${url} is no URL.` });
};

/** @returns where a city's API is: in the place of `{city}`, or else below its code. */
export const apiUrlOf = (baseUrl: string, city: string): string =>
  checked(baseUrl.includes(PLACE) ? baseUrl.replaceAll(PLACE, city) : `${withoutSlash(baseUrl)}/${city}`);

/** Where to go, and as whom. */
export interface Destination {
  readonly baseUrl: string;
  readonly apiUrl: string;
  /** The sign-in to use, if there is one. */
  readonly session?: Session;
}

/**
 * @param sessions latest first. Who names neither a city nor an address means where they signed in last.
 * @returns where a command goes.
 */
export const destinationOf = (
  options: GlobalOptions,
  { BASE_URL, SHOUWANG_CITY }: Environment,
  sessions: readonly Session[],
): Destination => {
  const mine = sessions.filter(({ personId }) => options.as === undefined || personId === options.as);
  const [last] = mine;
  const baseUrl = options.baseUrl || BASE_URL || last?.baseUrl || DEFAULT_URL;
  const city = options.city || SHOUWANG_CITY;
  const anywhere = !(options.apiUrl || options.baseUrl || BASE_URL || city);
  if (anywhere && last) return { baseUrl, apiUrl: last.apiUrl, session: last };
  const known = city ? undefined : mine.find((session) => session.baseUrl === baseUrl);
  const apiUrl = options.apiUrl ? checked(options.apiUrl) : (known?.apiUrl ?? apiUrlOf(baseUrl, city || DEFAULT_CITY));
  const session = mine.find((kept) => kept.apiUrl === apiUrl);
  return { baseUrl, apiUrl, ...(session && { session }) };
};
