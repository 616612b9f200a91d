import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { WarningRuleDetailsSchema } from './warning-rule-state.ts';

const setting = {
  id: z.uuid(),
  details: WarningRuleDetailsSchema,
  by: z.strictObject({ id: z.string(), name: z.string() }),
  at: InstantSchema,
};

export const WarningRuleEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('warningRuleSet'), ...setting }),
  z.strictObject({ type: z.literal('warningRuleChanged'), ...setting }),
  z.strictObject({ type: z.literal('warningRuleRetired'), reason: z.string(), at: InstantSchema }),
]);
export type WarningRuleEvent = z.infer<typeof WarningRuleEventSchema>;
