import type { LookupHit } from '../../../shared/domain/lookup/lookup-query.ts';
import { RESOURCE_KINDS } from '../../../shared/domain/vocabulary/resource-kinds.ts';
import { useSpeech } from '../i18n/language.ts';
import { LOOKUP } from './lookup-words.ts';

/** @returns how to say what one must know of a hit to choose it: what it can do, where it is, how soon it comes. */
export const useHitFacts = (): ((hit: LookupHit) => readonly string[]) => {
  const { say, read } = useSpeech(LOOKUP);
  const some = <T>(value: T | undefined, text: (value: T) => string): readonly string[] =>
    value === undefined ? [] : [text(value)];
  return ({ entry, distanceKilometres, travelMinutes }) => [
    ...entry.capabilities.map(({ kind, level }) => `${read(RESOURCE_KINDS[kind])} ${say('level', { level })}`),
    ...some(entry.expertise, ({ title, subgroup }) => `${subgroup} ${title}`),
    ...some(entry.supply, ({ free, unit }) => say('supply', { free, unit })),
    ...some(entry.package, ({ teams }) => say('package.teams', { count: teams })),
    ...some(entry.headcount, (count) => say('headcount', { count })),
    entry.position.place,
    ...some(distanceKilometres, (km) => say('distance', { km })),
    ...some(travelMinutes, (minutes) => say('travel', { minutes: Math.round(minutes) })),
    say('readiness', { minutes: entry.readinessMinutes }),
    ...(entry.load === 0 ? [] : [say('load', { count: entry.load })]),
  ];
};
