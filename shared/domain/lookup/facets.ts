import type { Facts } from './facts.ts';
import type { LookupFacets } from './lookup-query.ts';

const counts = (values: readonly (string | number)[]): Record<string, number> => {
  const counted: Record<string, number> = {};
  for (const value of values) counted[value] = (counted[value] ?? 0) + 1;
  return counted;
};

const distinct = <T>(values: readonly T[]): readonly T[] => [...new Set(values)];

/** @returns how many of the entries have each value; an entry that has several counts for each, by its best level only. */
export const facetsOf = (all: readonly Facts[]): LookupFacets => ({
  kind: counts(all.map(({ kind }) => kind)),
  city: counts(all.map(({ city }) => city)),
  resourceKind: counts(all.flatMap(({ capabilities }) => distinct(capabilities.map(({ kind }) => kind)))),
  level: counts(
    all.flatMap(({ capabilities }) =>
      capabilities.length === 0 ? [] : [Math.min(...capabilities.map(({ level }) => level))],
    ),
  ),
  hazard: counts(all.flatMap(({ hazards }) => hazards)),
  language: counts(all.flatMap(({ languages }) => languages)),
});
