import * as z from 'zod';
import { assetUnavailability } from '../asset/asset-availability.ts';
import type { Refusal, RefusalReason } from '../kernel/refusal.ts';
import { type MissionPeriod, unavailability } from '../team/team-availability.ts';
import type { PackageParts } from './package-commands.ts';
import { PACKAGE_REFUSALS as REFUSALS } from './package-refusals.ts';
import { assetsOf, type PackageState } from './package-state.ts';

const unknown = (part: string): Refusal => ({ reason: REFUSALS.partUnknown, parameters: { part } });

const ownRefusal = ({ status, details }: PackageState, { from, until }: MissionPeriod): Refusal | undefined => {
  const { name, validFrom, validUntil } = details;
  const because = (reason: RefusalReason): Refusal => ({
    reason,
    parameters: { package: name, validFrom, validUntil },
  });
  if (status === 'retired') return because(REFUSALS.retired);
  return from < validFrom || from >= validUntil || until > validUntil ? because(REFUSALS.notValid) : undefined;
};

/**
 * Why a package cannot be had for a period, the first in this order: retired, not valid throughout, one of its teams, one of its
 * pieces of equipment or vehicles; the refusal names which.
 * @param parts as the registry has them now: a package knows nothing of their condition.
 * @param forExercise whether it is for a drill, which has only what neither a real mission nor another drill has.
 * @returns `undefined` when it can be had.
 */
export const packageUnavailability = (
  state: PackageState,
  { teams, assets }: PackageParts,
  period: MissionPeriod,
  forExercise = false,
): Refusal | undefined => {
  const { details } = state;
  const ofTeam = (id: string): Refusal | undefined => {
    const team = teams.find((known) => known.id === id);
    return team ? unavailability(team, period, forExercise) : unknown(id);
  };
  const first = (refusals: readonly (Refusal | undefined)[]): Refusal | undefined =>
    refusals.find((refusal) => refusal !== undefined);
  return (
    ownRefusal(state, period) ??
    first(details.teamIds.map(ofTeam)) ??
    first(
      assetsOf(details).map(({ kind, id }) => {
        const asset = assets.find((known) => known.kind === kind && known.id === id);
        return asset ? assetUnavailability(asset, period, forExercise) : unknown(id);
      }),
    )
  );
};

/** In one word whether a package can be had. */
export const PackageConditionSchema = z
  .enum(['available', 'retired', 'not-valid', 'unavailable'])
  .meta({ id: 'PackageCondition' });
export type PackageCondition = z.infer<typeof PackageConditionSchema>;

/** @returns the condition that a refusal of {@link packageUnavailability} amounts to. */
export const packageConditionOf = (refusal: Refusal | undefined): PackageCondition => {
  if (!refusal) return 'available';
  if (refusal.reason === REFUSALS.retired) return 'retired';
  return refusal.reason === REFUSALS.notValid ? 'not-valid' : 'unavailable';
};
