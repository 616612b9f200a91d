import * as z from 'zod';
import { type Instant, InstantSchema, MINUTE_MS, plus } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { MissionPeriod } from '../team/team-availability.ts';
import type { TeamState } from '../team/team-state.ts';
import type { Costs } from '../vocabulary/costs.ts';
import { travelMs } from '../vocabulary/estimated-travel.ts';
import type { Position } from '../vocabulary/position.ts';
import type { CapabilityLevel, TeamKind } from '../vocabulary/resource-kinds.ts';
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
    /** When all of it could move off, and be there if it is known where. */
    estimatedDeparture: InstantSchema,
    estimatedArrival: InstantSchema.optional(),
  })
  .meta({ id: 'PackageSummary' });
export type PackageSummary = z.infer<typeof PackageSummarySchema>;

/** The teams of one kind in a package that goes on a mission. */
interface Detachment {
  readonly kind: TeamKind;
  /** That all of them reach. */
  readonly level: CapabilityLevel;
  readonly teamIds: readonly string[];
  /** Their share of the package's costs, CNY fen. */
  readonly costs: Costs;
}

/** A package as it would go on a mission. */
export interface PackagedMission {
  /** When all of it could move off. */
  readonly departure: Instant;
  readonly base: Position;
  readonly detachments: readonly Detachment[];
}

/** @returns when it could be there, at the pace of a convoy. */
export const arrivalAt = (destination: Position, { departure, base }: PackagedMission): Instant =>
  plus(departure, travelMs(base, destination));

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

/** When a package moves off if it is called at a moment, by its teams as they are now. */
export const readyAt = (teams: readonly TeamState[], called: Instant): Instant =>
  plus(called, Math.max(0, ...teams.map(({ details }) => details.readinessMinutes)) * MINUTE_MS);

/**
 * A package called now for a mission: its teams by kind as the registry has them now, each kind with its share of the costs
 * ({@link costsFor}, {@link shareOf}), and when it could move off.
 * @param mission the time that is paid for; from now to its end all of it must be to be had.
 * @returns why it cannot be had instead, naming the team, vehicle or piece of equipment.
 */
export const packagedMission = (
  state: PackageState,
  parts: PackageParts,
  {
    now,
    mission,
    isExercise,
  }: { readonly now: Instant; readonly mission: MissionPeriod; readonly isExercise: boolean },
): PackagedMission | { readonly refusal: Refusal } => {
  const { teamIds, fortnightCosts } = state.details;
  const refusal = packageUnavailability(state, parts, { from: now, until: mission.until }, isExercise);
  if (refusal) return { refusal };
  const days = missionDays(mission);
  if (days > MAXIMUM_MISSION_DAYS)
    return { refusal: { reason: REFUSALS.tooLong, parameters: { days, most: MAXIMUM_MISSION_DAYS } } };
  const [first, ...others] = teamIds.flatMap((teamId) => parts.teams.find(({ id }) => id === teamId) ?? []);
  if (!first) throw new Error('a package that can be had has teams');
  const teams = [first, ...others] as const;
  const brought = broughtBy([...teams]);
  return {
    departure: readyAt(teams, now),
    base: brought.base,
    detachments: detachmentsOf(teams, brought, costsFor(fortnightCosts, days)),
  };
};

const toldOf = ({ name, mission, capability, limitations, logisticsNeeded, footprint }: PackageDetails) => ({
  ...{ name, mission, capability },
  ...(limitations === undefined ? {} : { limitations }),
  ...(logisticsNeeded === undefined ? {} : { logisticsNeeded }),
  ...(footprint === undefined ? {} : { footprint }),
});

/** @returns what whoever is offered the package is told of it. */
export const summaryOf = (
  { id, details }: PackageState,
  mission: PackagedMission,
  destination: Position | undefined,
): PackageSummary => ({
  packageId: id,
  ...toldOf(details),
  estimatedDeparture: mission.departure,
  ...(destination === undefined ? {} : { estimatedArrival: arrivalAt(destination, mission) }),
});
