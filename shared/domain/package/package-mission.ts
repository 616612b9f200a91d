import * as z from 'zod';
import { InstantSchema, MINUTE_MS, plus } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { MissionPeriod } from '../team/team-availability.ts';
import type { TeamState } from '../team/team-state.ts';
import type { Costs } from '../vocabulary/costs.ts';
import { travelMs } from '../vocabulary/estimated-travel.ts';
import type { Position } from '../vocabulary/position.ts';
import type { CapabilityLevel, ResourceKind } from '../vocabulary/resource-kinds.ts';
import { packageUnavailability } from './package-availability.ts';
import { broughtBy } from './package-brought.ts';
import type { PackageParts } from './package-commands.ts';
import { costsFor, MAXIMUM_MISSION_DAYS, missionDays, shareOf } from './package-costs.ts';
import { type PackageDetails, PackageDetailsSchema } from './package-details.ts';
import { PACKAGE_REFUSALS as REFUSALS } from './package-refusals.ts';
import type { PackageState } from './package-state.ts';

const { shape } = PackageDetailsSchema;

/** What whoever is offered a package must know of it besides its teams and price; estimates as of the offer. */
export const PackageSummarySchema = z
  .strictObject({
    packageId: z.uuid(),
    ...{ name: shape.name, mission: shape.mission, capability: shape.capability },
    ...{ limitations: shape.limitations, logisticsNeeded: shape.logisticsNeeded, footprint: shape.footprint },
    /** When all of it could move off, and be there. */
    estimatedDeparture: InstantSchema,
    estimatedArrival: InstantSchema,
  })
  .meta({ id: 'PackageSummary' });
export type PackageSummary = z.infer<typeof PackageSummarySchema>;

/** The teams of one kind in a package that goes on a mission. */
interface Detachment {
  readonly kind: ResourceKind;
  /** That all of them reach. */
  readonly level: CapabilityLevel;
  readonly teamIds: readonly string[];
  /** Their share of the package's costs, CNY fen. */
  readonly costs: Costs;
}

/** A package as it would go on a mission. */
export interface PackagedMission {
  readonly summary: PackageSummary;
  readonly detachments: readonly Detachment[];
}

const detachmentsOf = (
  teams: readonly TeamState[],
  brought: ReturnType<typeof broughtBy>,
  costs: Costs,
): Detachment[] =>
  brought.capabilities.map(({ kind, level }) => {
    const places = teams.flatMap(({ details }, place) => (details.kind === kind ? [place] : []));
    return {
      kind,
      level,
      teamIds: teams.flatMap(({ id, details }) => (details.kind === kind ? [id] : [])),
      costs: shareOf(costs, teams.length, places),
    };
  });

const toldOf = ({ name, mission, capability, limitations, logisticsNeeded, footprint }: PackageDetails) => ({
  ...{ name, mission, capability },
  ...(limitations === undefined ? {} : { limitations }),
  ...(logisticsNeeded === undefined ? {} : { logisticsNeeded }),
  ...(footprint === undefined ? {} : { footprint }),
});

/** When a package moves off if it is called at a moment, by its teams as they are now. */
export const readyAt = (teams: readonly TeamState[], called: string): string =>
  plus(called, Math.max(0, ...teams.map(({ details }) => details.readinessMinutes)) * MINUTE_MS);

/**
 * A package called now for a mission: its teams by kind as the registry has them now, each kind with its share of the costs
 * ({@link costsFor}, {@link shareOf}), and when it could move off and, at the pace of a convoy, be there.
 * @param wanted.from from when on it must be to be had; `wanted.mission` is what is paid for.
 * @returns why it cannot be had instead, naming the team, vehicle or piece of equipment.
 */
export const packagedMission = (
  state: PackageState,
  { teams: known, assets }: PackageParts,
  wanted: { readonly now: string; readonly mission: MissionPeriod; readonly destination: Position },
): PackagedMission | { readonly refusal: Refusal } => {
  const { id, details } = state;
  const { now, mission: period, destination } = wanted;
  const refusal = packageUnavailability(state, { teams: known, assets }, { from: now, until: period.until });
  if (refusal) return { refusal };
  const days = missionDays(period);
  if (days > MAXIMUM_MISSION_DAYS)
    return { refusal: { reason: REFUSALS.tooLong, parameters: { days, most: MAXIMUM_MISSION_DAYS } } };
  const [first, ...others] = details.teamIds.flatMap((teamId) => known.find((team) => team.id === teamId) ?? []);
  if (!first) throw new Error('a package that can be had has teams');
  const teams = [first, ...others] as const;
  const brought = broughtBy([first, ...others]);
  const estimatedDeparture = readyAt(teams, now);
  return {
    summary: {
      packageId: id,
      ...toldOf(details),
      estimatedDeparture,
      estimatedArrival: plus(estimatedDeparture, travelMs(brought.base, destination)),
    },
    detachments: detachmentsOf(teams, brought, costsFor(details.fortnightCosts, days)),
  };
};
