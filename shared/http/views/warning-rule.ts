import * as z from 'zod';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { WarningRuleDetailsSchema, type WarningRuleState } from '../../domain/warning-rule/warning-rule-state.ts';

/** A rule, and on whose order it acts. */
export const WarningRuleViewSchema = z
  .strictObject({
    ruleId: z.uuid(),
    status: z.enum(['active', 'retired']),
    ...WarningRuleDetailsSchema.shape,
    setBy: z.strictObject({ id: z.string(), name: z.string() }),
    setAt: InstantSchema,
    retirement: z.strictObject({ reason: z.string(), at: InstantSchema }).optional(),
  })
  .meta({ id: 'WarningRule' });
export type WarningRuleView = z.infer<typeof WarningRuleViewSchema>;

/** @returns the rule as it is shown. */
export const warningRuleView = (rule: WarningRuleState): WarningRuleView => ({
  ...{ ruleId: rule.id, status: rule.status, ...rule.details, setBy: rule.setBy, setAt: rule.setAt },
  ...(rule.status === 'retired' ? { retirement: { reason: rule.reason, at: rule.retiredAt } } : {}),
});
