import * as z from 'zod';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { type Refusal, sentenceOf } from '../../domain/kernel/refusal.ts';
import { TextSchema } from '../../domain/kernel/text.ts';
import {
  PackageConditionSchema,
  packageConditionOf,
  packageUnavailability,
} from '../../domain/package/package-availability.ts';
import type { PackageParts } from '../../domain/package/package-commands.ts';
import { PackageDetailsSchema } from '../../domain/package/package-details.ts';
import { PackageCardSchema } from '../../domain/package/package-listings.ts';
import { BroughtSchema, type PackageState } from '../../domain/package/package-state.ts';
import type { MissionPeriod } from '../../domain/team/team-availability.ts';
import { spoken } from '../../reference/spoken.ts';
import { type Freshness, upkeepShown, upkeepView } from './upkeep.ts';

/** Whether it can be had for the period asked about, and if not, why: which team, vehicle or piece of equipment is missing. */
const conditionShown = {
  condition: PackageConditionSchema,
  impediment: z.strictObject({ code: z.string(), text: TextSchema }).optional(),
};

const conditionView = (refusal: Refusal | undefined) => ({
  condition: packageConditionOf(refusal),
  ...(refusal ? { impediment: { code: refusal.reason.code, text: spoken(sentenceOf(refusal)) } } : {}),
});

/** A package as it is defined. */
export const PackageViewSchema = z
  .strictObject({
    packageId: z.uuid(),
    status: z.enum(['active', 'retired']),
    ...PackageDetailsSchema.shape,
    /** What it brings, as its teams were when it was defined or last changed. */
    brought: BroughtSchema,
    retirement: z.strictObject({ reason: z.string(), at: InstantSchema }).optional(),
    ...upkeepShown,
  })
  .meta({ id: 'Package' });
export type PackageView = z.infer<typeof PackageViewSchema>;

/** A package as it is defined, and whether it can be had now. */
export const PackageNowSchema = PackageViewSchema.extend(conditionShown).meta({ id: 'PackageNow' });

/** A package as a list shows it, with its condition for the period asked about. */
export const PackageListEntrySchema = PackageCardSchema.extend({ ...conditionShown, ...upkeepShown }).meta({
  id: 'PackageListEntry',
});
export type PackageListEntry = z.infer<typeof PackageListEntrySchema>;

/** @returns the package as it is defined. */
export const packageView = (state: PackageState, at: Freshness): PackageView => ({
  packageId: state.id,
  status: state.status,
  ...state.details,
  brought: state.brought,
  ...(state.status === 'retired' ? { retirement: { reason: state.reason, at: state.retiredAt } } : {}),
  ...upkeepView(state, at, state.status === 'active'),
});

/** @returns the package's condition for a period; `parts` are its teams, equipment and vehicles as they are now. */
export const packageConditionView = (state: PackageState, parts: PackageParts, period: MissionPeriod) =>
  conditionView(packageUnavailability(state, parts, period));
