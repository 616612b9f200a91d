import * as z from 'zod';
import { AgreementTermsSchema } from '../agreement/agreement-terms.ts';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import { RegistryEntryKindSchema } from '../registry/registry-entry.ts';

/**
 * What the agreement allows now, as this city has it. `in-force`, even if it waits for a declaration: what a neighbour has is looked up
 * before there is an emergency. `paused`: not yet, suspended, expired (signatures still under way may extend it), or in force without any kind
 * of entry that is shared. `ended`: for good.
 */
export const FootingSchema = z.strictObject({
  standing: z.enum(['in-force', 'paused', 'ended']),
  terms: z.strictObject({
    hazards: AgreementTermsSchema.shape.hazards,
    resourceKinds: AgreementTermsSchema.shape.resourceKinds,
    listings: AgreementTermsSchema.shape.listings,
    validUntil: AgreementTermsSchema.shape.validUntil,
  }),
});
export type Footing = z.infer<typeof FootingSchema>;

/** The lists that are gone through, in this order: those of the registry, and that of what has been shared. */
export const PASS_LISTS = [...RegistryEntryKindSchema.options, 'shared'] as const;

/** How far a pass over the lists has come: after which row of which list it goes on. */
export const PassSchema = z.strictObject({ list: z.enum(PASS_LISTS), after: z.string().optional() });
export type Pass = z.infer<typeof PassSchema>;

/** Where every pass begins. */
export const START: Pass = { list: PASS_LISTS[0] };

const since = InstantSchema;

/** Id of the partner's message that asked for everything anew. What answers an earlier one no longer counts. */
const round = z.uuid();

/** What this city shares. `idle`: nobody has asked. `clearing`: the record of what was shared in an earlier round is being deleted. */
const OursSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('idle'), wanted: round.optional() }),
  z.strictObject({ status: z.literal('clearing'), since, wanted: round.optional() }),
  z.strictObject({ status: z.literal('listing'), since, round, pass: PassSchema }),
  /** Everything has been said; what changes is said as it changes. */
  z.strictObject({ status: z.literal('current'), since, round }),
  /** Once a day the registry is gone through, in case that a change was missed. */
  z.strictObject({ status: z.literal('comparing'), since, round, pass: PassSchema }),
  z.strictObject({ status: z.literal('paused'), round }),
  z.strictObject({ status: z.literal('ended') }),
]);

/** What this city holds of the partner's. `clearing`: it may no longer be kept, and is being deleted. */
const TheirsSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('none') }),
  z.strictObject({ status: z.literal('asked'), since, round }),
  z.strictObject({ status: z.literal('current'), since, round }),
  /** The partner could not be asked, or would not hear of it; it is asked again a day later. */
  z.strictObject({ status: z.literal('refused'), since }),
  z.strictObject({ status: z.literal('clearing'), since }),
]);

/** What two cities share of their registries under one agreement, as one of them has it. */
export const ListingShareStateSchema = z.strictObject({
  id: z.uuid(),
  agreementId: z.uuid(),
  partner: CityCodeSchema,
  exercise: z.boolean(),
  footing: FootingSchema,
  ours: OursSchema,
  theirs: TheirsSchema,
  /** Counts what has been put into, and taken out of, what is held: of two versions of an entry the later counts. */
  heldVersion: z.int().min(0),
  failures: z.array(MessageFailureSchema),
});
export type ListingShareState = z.infer<typeof ListingShareStateSchema>;
export type Ours = ListingShareState['ours'];
export type Theirs = ListingShareState['theirs'];

/** What this city shares while it tells of changes. */
export type Sharing = Extract<Ours, { readonly status: 'listing' | 'current' | 'comparing' }>;

/** @returns whether changes are told: the agreement is in force, and the partner has asked. */
export const isSharing = (ours: Ours): ours is Sharing =>
  ours.status === 'listing' || ours.status === 'current' || ours.status === 'comparing';

/** @returns how far a pass has come, if one is under way. */
export const passOf = (ours: Ours): Pass | undefined => ('pass' in ours ? ours.pass : undefined);

/** @returns whether what is held may be looked at. */
export const mayBeUsed = ({ status }: Theirs): boolean => status === 'asked' || status === 'current';
