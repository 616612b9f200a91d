import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { HazardSchema } from '../vocabulary/hazards.ts';
import { CapabilityLevelSchema, TeamKindSchema } from '../vocabulary/resource-kinds.ts';
import { WarningColourSchema } from '../warning/warning-colour.ts';

/** Teams that may be asked for if what is feared comes true. Nothing is asked for yet. */
export const MayAskSchema = z
  .strictObject({ kind: TeamKindSchema, level: CapabilityLevelSchema, quantity: z.int().min(1).max(100) })
  .meta({ id: 'TeamsThatMayBeAsked' });

/** Characters of a headline and of the words for a place that a partner is told. */
export const TOLD_LENGTH = 500;

/** What a city tells a partner that it fears, as it travels. */
export const AwarenessNoticeSchema = z
  .strictObject({
    /** The AwarenessNotified that carried it. */
    messageId: z.uuid(),
    agreementId: z.uuid(),
    /** The alert it follows from, by the names CAP gives it; the partner may have it, too. */
    alert: z.strictObject({ sender: z.string().min(1).max(500), identifier: z.string().min(1).max(500) }),
    headline: z.string().min(1).max(TOLD_LENGTH),
    colour: WarningColourSchema.optional(),
    hazards: z.array(HazardSchema).max(10),
    /** Where, in the alert's own words. */
    where: z.string().max(TOLD_LENGTH),
    /** Cities in its area, of those the teller knows. */
    cities: z.array(CityCodeSchema).max(100),
    mayAsk: z.array(MayAskSchema).max(20),
    toldAt: InstantSchema,
    /** Until when it is feared, unless it is stood down before. */
    until: InstantSchema,
    exercise: z.boolean(),
  })
  .meta({ id: 'AwarenessNotice' });
export type AwarenessNotice = z.infer<typeof AwarenessNoticeSchema>;
