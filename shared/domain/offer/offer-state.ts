import * as z from 'zod';
import { type CityCode, CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { refinement } from '../kernel/issue-sentence.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import { wordsSchema } from '../kernel/words.ts';
import { PackageSummarySchema } from '../package/package-mission.ts';
import { NamedTeamSchema } from '../request/answer.ts';
import { CostsSchema } from '../vocabulary/costs.ts';
import { HazardSchema } from '../vocabulary/hazards.ts';
import { CapabilityLevelSchema, TeamKindSchema } from '../vocabulary/resource-kinds.ts';

/** One kind of resource offered unasked; teams may be named already, at most as many as are offered. */
export const OfferedResourceSchema = z
  .strictObject({
    resourceId: z.uuid(),
    kind: TeamKindSchema,
    level: CapabilityLevelSchema,
    /** Teams. */
    quantity: z.int().min(1).max(100),
    teams: z.array(NamedTeamSchema).max(100),
    /** For all of them over the whole time offered. */
    costs: CostsSchema,
  })
  .refine(({ teams, quantity }) => teams.length <= quantity, {
    path: ['teams'],
    ...refinement({ zh: '点名的队伍多于所提供的数量', en: 'more teams are named than are offered' }),
  })
  .meta({ id: 'OfferedResource' });
export type OfferedResource = z.infer<typeof OfferedResourceSchema>;

/** What the offer is for: an incident the receiver has told of, or one that the provider has heard of and describes; at least one. */
export const OfferSubjectSchema = z
  .strictObject({
    hazard: HazardSchema,
    incidentId: z.uuid().optional(),
    description: wordsSchema(2000).optional(),
  })
  .refine(({ incidentId, description }) => incidentId !== undefined || description !== undefined, {
    path: ['description'],
    ...refinement({ zh: '须指明事件或加以描述', en: 'name the incident or describe it' }),
  })
  .meta({ id: 'OfferSubject' });
export type OfferSubject = z.infer<typeof OfferSubjectSchema>;

/** An unsolicited offer as it travels: made by one city to one other under their agreement. */
export const OfferSchema = z.strictObject({
  /** The OfferUnsolicitedResource that first carried it. */
  messageId: z.uuid(),
  agreementId: z.uuid(),
  subject: OfferSubjectSchema,
  resources: z.array(OfferedResourceSchema).min(1).max(50),
  availableFrom: InstantSchema,
  /** The offer lapses then. */
  availableUntil: InstantSchema,
  offeredAt: InstantSchema,
  exercise: z.boolean(),
  /** What it was made from, if it was made from a package. */
  package: PackageSummarySchema.optional(),
});
export type Offer = z.infer<typeof OfferSchema>;

export const OfferSideSchema = z.enum(['provider', 'receiver']).meta({ id: 'OfferSide' });
export type OfferSide = z.infer<typeof OfferSideSchema>;

const base = {
  id: z.uuid(),
  /** Which end of the offer this city is. */
  side: OfferSideSchema,
  provider: CityCodeSchema,
  receiver: CityCodeSchema,
  offer: OfferSchema,
  failures: z.array(MessageFailureSchema),
};

/** An unsolicited offer as one city holds it; the other holds the same under the same id. */
export const OfferStateSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('offered'), ...base }),
  z.strictObject({ status: z.literal('withdrawn'), ...base, withdrawnAt: InstantSchema, reason: z.string() }),
  z.strictObject({ status: z.literal('declined'), ...base, declinedAt: InstantSchema, reason: z.string() }),
  z.strictObject({ status: z.literal('taken-up'), ...base, takenUpAt: InstantSchema, requestId: z.uuid() }),
  z.strictObject({ status: z.literal('lapsed'), ...base, lapsedAt: InstantSchema }),
  /** The receiver's city refused the message, or it never got there. */
  z.strictObject({ status: z.literal('undelivered'), ...base }),
]);
export type OfferState = z.infer<typeof OfferStateSchema>;
export type OfferStatus = OfferState['status'];

/** @returns the other city of an offer. */
export const counterpartOf = ({ side, provider, receiver }: OfferState): CityCode =>
  side === 'provider' ? receiver : provider;
