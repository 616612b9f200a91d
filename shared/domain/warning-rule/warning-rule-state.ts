import * as z from 'zod';
import { MayAskSchema } from '../awareness/awareness-notice.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { wordsSchema } from '../kernel/words.ts';
import { HazardSchema } from '../vocabulary/hazards.ts';
import { WarningColourSchema } from '../warning/warning-colour.ts';
import { WarningRealmSchema } from '../warning/warning-realm.ts';

/** What warnings of a kind do in this city without anybody's asking, as its representative orders it in peace time. */
export const WarningRuleDetailsSchema = z
  .strictObject({
    name: wordsSchema(100),
    /** Warnings that are real, or those of drills: a rule is for one or the other. */
    realm: WarningRealmSchema.extract(['actual', 'exercise']),
    /** This colour or a graver one. */
    colour: WarningColourSchema,
    /** Any of these; none: whatever the hazard. */
    hazards: z.array(HazardSchema).max(10),
    /** Only warnings that take this city in, or wherever they are. */
    area: z.enum(['here', 'anywhere']),
    /** Agreements that it arms, of those that work on declaration only. */
    agreements: z.array(z.uuid()).max(5),
    /** Teams that it puts on standby. */
    teams: z.array(z.uuid()).max(20),
    /** Agreements under which it lets the partner know what is feared; nothing is asked for yet. */
    partners: z.array(z.uuid()).max(10).default([]),
    /** Teams that these partners are told may be asked for. */
    mayAsk: z.array(MayAskSchema).max(20).default([]),
    /** Plans on file of whose template it has a request drafted, for people to approve or not. */
    plans: z.array(z.uuid()).max(3).default([]),
  })
  .meta({ id: 'WarningRuleDetails' });
export type WarningRuleDetails = z.infer<typeof WarningRuleDetailsSchema>;

const base = {
  id: z.uuid(),
  details: WarningRuleDetailsSchema,
  /** On whose order it acts: who set it, or changed it last. */
  setBy: z.strictObject({ id: z.string(), name: z.string() }),
  setAt: InstantSchema,
};

export const WarningRuleStateSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('active'), ...base }),
  z.strictObject({ status: z.literal('retired'), ...base, reason: z.string(), retiredAt: InstantSchema }),
]);
export type WarningRuleState = z.infer<typeof WarningRuleStateSchema>;
