import type * as z from 'zod';
import type { lookupRoutes } from '../../../shared/http/routes/lookup.ts';

/** What a lookup asks for, as the API takes it. */
export type LookupAsked = z.input<NonNullable<(typeof lookupRoutes.lookUp)['query']>>;

/** What stands in the address of the lookup, by the API's own names. */
export const ASKED = [
  'q',
  'kind',
  'resourceKind',
  'level',
  'hazard',
  'near',
  'withinMinutes',
  'withinKilometres',
  'availableFrom',
  'availableUntil',
  'city',
  'language',
  'supplyCode',
] as const;
export type Asked = (typeof ASKED)[number];

/** What has an effect only beside a place. */
const OF_PLACE: readonly Asked[] = ['withinMinutes', 'withinKilometres'];

/** @returns what the address asks for; what needs a place is left out without one. Whether it makes sense, the API says. */
export const queryOf = (search: URLSearchParams): LookupAsked =>
  Object.fromEntries(
    ASKED.flatMap((name) => {
      const value = search.get(name)?.trim() ?? '';
      const isIdle = OF_PLACE.includes(name) && !search.get('near');
      return value === '' || isIdle ? [] : [[name, value] as const];
    }),
  ) as LookupAsked;

/** @returns the address with some of it changed; what becomes `undefined` or blank goes. */
export const changedSearch = (
  search: URLSearchParams,
  changes: Readonly<Record<string, string | undefined>>,
): URLSearchParams => {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined || value.trim() === '') next.delete(name);
    else next.set(name, value);
  }
  return next;
};
