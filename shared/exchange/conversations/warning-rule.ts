import { type WarningRuleCommand, warningRule } from '../../domain/warning-rule/warning-rule.ts';
import type { WarningRuleEvent } from '../../domain/warning-rule/warning-rule-events.ts';
import type { WarningRuleState } from '../../domain/warning-rule/warning-rule-state.ts';
import type { Conversation } from '../conversation.ts';

/** Rules are the city's own: partners hear of the agreements that they arm. */
export const warningRuleConversation: Conversation<WarningRuleState, WarningRuleCommand, WarningRuleEvent> = {
  aggregate: warningRule,
  outgoing: () => [],
  incoming: () => undefined,
};
