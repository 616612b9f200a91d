import { describe, expect, it } from 'vitest';
import type { Session } from '../../../cli/sessions.ts';
import { destinationOf, languageFor } from '../../../cli/settings.ts';

const session = (city: string, personId = `coordinator@${city}`): Session => ({
  apiUrl: `http://127.0.0.1:8630/${city}`,
  baseUrl: 'http://127.0.0.1:8630',
  personId,
  token: 'token',
});
const LANZHOU = session('620100');
const XINING = session('630100');
const APPROVER = session('630100', 'approver@630100');

describe('where a command goes', () => {
  it.each([
    ['nothing said, nobody signed in', {}, {}, [], 'http://127.0.0.1:8630/630100', undefined],
    ['nothing said: where one signed in last', {}, {}, [LANZHOU, XINING], LANZHOU.apiUrl, LANZHOU],
    ['a city', { city: '630100' }, {}, [LANZHOU, XINING], XINING.apiUrl, XINING],
    ['a city of the environment', {}, { SHOUWANG_CITY: '630100' }, [LANZHOU, XINING], XINING.apiUrl, XINING],
    ['a person', { as: 'approver@630100' }, {}, [LANZHOU, XINING, APPROVER], APPROVER.apiUrl, APPROVER],
    [
      'a person and a city',
      { as: 'approver@630100', city: '630100' },
      {},
      [XINING, APPROVER],
      APPROVER.apiUrl,
      APPROVER,
    ],
    [
      'an address: the city one is signed in to there',
      { baseUrl: 'http://127.0.0.1:8630' },
      {},
      [LANZHOU],
      LANZHOU.apiUrl,
      LANZHOU,
    ],
    [
      'another address',
      { baseUrl: 'https://sw.example.org/' },
      {},
      [LANZHOU],
      'https://sw.example.org/630100',
      undefined,
    ],
    [
      'BASE_URL',
      { city: '620100' },
      { BASE_URL: 'http://127.0.0.1:9' },
      [LANZHOU],
      'http://127.0.0.1:9/620100',
      undefined,
    ],
    [
      'hosts by city',
      { baseUrl: 'https://{city}.example.org', city: '620100' },
      {},
      [],
      'https://620100.example.org',
      undefined,
    ],
    ['an API of its own', { apiUrl: 'https://api.example.org/' }, {}, [LANZHOU], 'https://api.example.org', undefined],
  ])('%s', (_, options, environment, sessions, apiUrl, expected) => {
    const { apiUrl: actual, session: used } = destinationOf(options, environment, sessions);
    expect({ actual, used }).toEqual({ actual: apiUrl, used: expected });
  });

  it('is refused when it is no URL', () => {
    expect(() => destinationOf({ baseUrl: 'nowhere' }, {}, [])).toThrow('is no URL');
  });
});

describe('the language', () => {
  it.each([
    ['en', {}, 'en'],
    ['zh', { LANG: 'en_GB.UTF-8' }, 'zh'],
    [undefined, { LANG: 'en_GB.UTF-8' }, 'en'],
    [undefined, { LANG: 'en_GB.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, 'zh'],
    [undefined, { LANG: 'C' }, 'zh'],
    [undefined, {}, 'zh'],
  ])('%s with %o is %s', (asked, environment, expected) => {
    expect(languageFor(asked, environment)).toBe(expected);
  });
});
