import * as z from 'zod';
import { CityCodeSchema } from '../../domain/kernel/city-code.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { TextSchema } from '../../domain/kernel/text.ts';
import { LinkVerdictSchema } from '../../domain/partner-link/link-health.ts';

const counted = { count: z.int().min(0), since: InstantSchema.optional() };

/** How the link with a partner stands. */
export const PartnerLinkSchema = z
  .strictObject({
    city: CityCodeSchema,
    name: TextSchema,
    verdict: LinkVerdictSchema,
    /** What the verdict rests on. */
    reason: TextSchema,
    /** Whether any agreement with it lets messages through now. */
    usable: z.boolean(),
    /** When anything that its signature proves came last; exact to the minute. */
    heardAt: InstantSchema.optional(),
    /** When it last confirmed or refused a message of ours; exact to the minute. */
    confirmedAt: InstantSchema.optional(),
    /** Messages that it has not confirmed; drills among them. */
    unconfirmed: z.strictObject({ ...counted, minutes: z.int().min(0).optional() }),
    /** Of the last seven days: what its signature proves, and what only claims to be from it. */
    quarantined: z.strictObject({ proven: z.int().min(0), unproven: z.int().min(0) }),
  })
  .meta({ id: 'PartnerLink' });
export type PartnerLink = z.infer<typeof PartnerLinkSchema>;

export const PartnerLinksSchema = z
  .strictObject({
    asOf: InstantSchema,
    /** Those in trouble first. */
    items: z.array(PartnerLinkSchema),
    /** Whether there was more to count than is looked at: numbers are then lower bounds. */
    more: z.boolean(),
  })
  .meta({ id: 'PartnerLinks' });
export type PartnerLinks = z.infer<typeof PartnerLinksSchema>;
