import { DAY_MS, type Instant, MINUTE_MS, millisecondsBetween } from '../kernel/instant.ts';
import type { RegistryEntry } from '../registry/registry-entry.ts';
import { travelMs } from '../vocabulary/estimated-travel.ts';
import type { Position } from '../vocabulary/position.ts';
import type { ResourceKind, TeamKind } from '../vocabulary/resource-kinds.ts';

/** What teams are reckoned to cost before anybody has quoted a price, CNY yuan. */
export interface CostRates {
  /** A team's day on a mission, by its kind. */
  readonly teamDay: Readonly<Record<TeamKind, number>>;
  /** An hour of its convoy on the road. */
  readonly roadHour: number;
}

/** What a city's own package says that a team's day costs, CNY yuan, by city and kind. */
export type PackageRates = ReadonlyMap<string, number>;

const FORTNIGHT_DAYS = 14;
const FEN_PER_YUAN = 100;

const rateKey = (city: string, kind: ResourceKind): string => `${city}/${kind}`;

/** @returns what packages say of a team's day; of several of one city and kind the cheapest. */
export const packageRates = (packages: readonly RegistryEntry[]): PackageRates => {
  const rates = new Map<string, number>();
  for (const { city, capabilities, package: priced } of packages) {
    if (!priced || priced.teams === 0) continue;
    const day = Math.ceil(priced.fortnightCost / priced.teams / FORTNIGHT_DAYS / FEN_PER_YUAN);
    for (const { kind } of capabilities) {
      const known = rates.get(rateKey(city, kind));
      if (known === undefined || day < known) rates.set(rateKey(city, kind), day);
    }
  }
  return rates;
};

/** @returns minutes from the call until the entry could be there: readiness and travel by road, estimated. */
export const arrivalMinutes = ({ readinessMinutes, position }: RegistryEntry, to: Position): number =>
  readinessMinutes + Math.round(travelMs(position, to) / MINUTE_MS);

/** What a price is estimated for. */
export interface Mission {
  readonly kind: ResourceKind;
  readonly reportingPoint: Position;
  /** From the call until it may go home. */
  readonly from: Instant;
  readonly until: Instant;
}

/** @returns what one team of the entry would cost, there and back and every day begun, CNY yuan; an estimate until somebody quotes. */
export const costYuan = (
  { city, position }: RegistryEntry,
  { kind, reportingPoint, from, until }: Mission,
  rates: CostRates,
  fromPackages: PackageRates,
): number => {
  const days = Math.max(1, Math.ceil(millisecondsBetween(from, until) / DAY_MS));
  const roadHours = (2 * travelMs(position, reportingPoint)) / (60 * MINUTE_MS);
  const day = kind === 'supplies' ? 0 : (fromPackages.get(rateKey(city, kind)) ?? rates.teamDay[kind]);
  return Math.ceil(days * day + roadHours * rates.roadHour);
};
