import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { wordsSchema } from '../kernel/words.ts';
import { CostsSchema } from '../vocabulary/costs.ts';
import { CapabilityLevelSchema } from '../vocabulary/resource-kinds.ts';

/** A team named in an answer: what a partner may know of it, no personal data. */
export const NamedTeamSchema = z
  .strictObject({
    teamId: z.uuid(),
    name: z.string().min(1).max(200),
    level: CapabilityLevelSchema,
    headcount: z.int().positive(),
  })
  .meta({ id: 'NamedTeam' });
export type NamedTeam = z.infer<typeof NamedTeamSchema>;

const itemId = z.uuid();
const reasoned = { reason: wordsSchema(2000) };
const promised = {
  /** Teams that would come: at most what the item asks for; fewer is an answer in part. One named team each. */
  teams: z.array(NamedTeamSchema).min(1),
  estimatedDeparture: InstantSchema,
  estimatedArrival: InstantSchema,
  /** For all teams of the item over the whole mission. */
  costs: CostsSchema,
};

/** A partner's answer to one item of a request (EDXL-RM ResponseType). */
export const ItemAnswerSchema = z
  .discriminatedUnion('response', [
    z.strictObject({ response: z.literal('accept'), itemId, ...promised }),
    z.strictObject({ response: z.literal('provisional'), itemId, ...promised, ...reasoned }),
    z.strictObject({ response: z.literal('decline'), itemId, ...reasoned }),
  ])
  .meta({ id: 'ItemAnswer' });
export type ItemAnswer = z.infer<typeof ItemAnswerSchema>;

/** A partner's answer to a request: one part for each of its items. */
export const AnswerSchema = z
  .strictObject({
    /** The ResponseToRequestResource that carried it. */
    messageId: z.uuid(),
    answeredAt: InstantSchema,
    items: z.array(ItemAnswerSchema).min(1),
    /** Whether a pre-authorisation answered, and no person. */
    automatic: z.boolean(),
  })
  .meta({ id: 'Answer' });
export type Answer = z.infer<typeof AnswerSchema>;
