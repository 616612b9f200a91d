import * as z from 'zod';
import { TextSchema } from '../../domain/kernel/text.ts';
import { USUAL_REACH } from '../../domain/work-order/likeness.ts';
import { LikeSchema } from '../../domain/work-order/work-order-details.ts';

/** How far apart what is compared may be. */
export const reachQuery = z.strictObject({
  metres: z.coerce.number().int().min(50).max(10_000).default(USUAL_REACH.metres),
  hours: z.coerce.number().int().min(1).max(168).default(USUAL_REACH.hours),
});

/** Orders and incidents that may be the same thing, the likeliest first, and why. */
export const DuplicatesSchema = z
  .strictObject({ items: z.array(LikeSchema.extend({ reasons: z.array(TextSchema) }).meta({ id: 'Duplicate' })) })
  .meta({ id: 'Duplicates' });
