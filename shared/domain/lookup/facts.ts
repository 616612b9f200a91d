import type { CityCode } from '../kernel/city-code.ts';
import type { RegistryEntry, RegistryEntryKind } from '../registry/registry-entry.ts';
import { distanceKm, travelMs } from '../vocabulary/estimated-travel.ts';
import type { Hazard } from '../vocabulary/hazards.ts';
import type { LookupQuery, Point } from './lookup-query.ts';

/** What of an entry a lookup decides by whether it is a hit; none of it changes when the entry is sent or called. */
export interface Facts {
  readonly kind: RegistryEntryKind;
  readonly city: CityCode;
  readonly capabilities: RegistryEntry['capabilities'];
  readonly hazards: readonly Hazard[];
  readonly languages: readonly string[];
  readonly point: Point;
  readonly readinessMinutes: number;
  readonly supplyCode: string | undefined;
}

export const factsOf = (entry: RegistryEntry): Facts => ({
  kind: entry.kind,
  city: entry.city,
  capabilities: entry.capabilities,
  hazards: entry.hazards,
  languages: entry.languages,
  point: entry.position,
  readinessMinutes: entry.readinessMinutes,
  supplyCode: entry.supply?.code,
});

const MINUTE_MS = 60_000;

/** @returns minutes by road between two points, estimated as for convoys. */
export const travelMinutes = (from: Point, to: Point): number => Math.round(travelMs(from, to) / MINUTE_MS);

const isCapable = ({ capabilities, supplyCode }: Facts, { resourceKind, level }: LookupQuery): boolean =>
  (resourceKind === undefined && level === undefined) ||
  (resourceKind === 'supplies' && supplyCode !== undefined) ||
  capabilities.some(
    (capability) =>
      (resourceKind === undefined || capability.kind === resourceKind) &&
      (level === undefined || capability.level <= level),
  );

const speaks = ({ languages }: Facts, { language }: LookupQuery): boolean =>
  language === undefined || languages.some((each) => each === language || each.startsWith(`${language}-`));

const isWithin = ({ point, readinessMinutes }: Facts, query: LookupQuery): boolean => {
  const { near, withinKilometres, withinMinutes } = query;
  if (!near) return true;
  if (withinKilometres !== undefined && distanceKm(point, near) > withinKilometres) return false;
  return withinMinutes === undefined || readinessMinutes + travelMinutes(point, near) <= withinMinutes;
};

/** @returns whether all holds of it that a query names, words aside. */
export const satisfies = (facts: Facts, query: LookupQuery): boolean =>
  (query.kinds === undefined || query.kinds.includes(facts.kind)) &&
  (query.city === undefined || facts.city === query.city) &&
  (query.hazard === undefined || facts.hazards.includes(query.hazard)) &&
  (query.supplyCode === undefined || facts.supplyCode?.startsWith(query.supplyCode) === true) &&
  isCapable(facts, query) &&
  speaks(facts, query) &&
  isWithin(facts, query);
