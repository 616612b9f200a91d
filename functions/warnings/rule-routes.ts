import {
  WARNING_RULE_LISTS,
  WarningRuleCardSchema,
  type WarningRuleCommand,
} from '../../shared/domain/warning-rule/warning-rule.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { warningRuleConversation as conversation } from '../../shared/exchange/conversations/warning-rule.ts';
import { warningRuleRoutes as routes } from '../../shared/http/routes/warning-rules.ts';
import { warningRuleView as view, WarningRuleViewSchema } from '../../shared/http/views/warning-rule.ts';
import { commandRoute, listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { type BoundRoute, implement } from '../../shared/lambda/bound-route.ts';
import { commandsOn } from '../../shared/lambda/commands-on.ts';
import type { WarningsCell } from './warnings-cell.ts';

const CONVERSATIONS = conversationsOf(conversation);

/** Routes by which the representative orders what warnings do by themselves. */
export const ruleRoutes = (cell: WarningsCell): readonly BoundRoute[] => {
  const on = commandsOn(cell, CONVERSATIONS, {
    conversation,
    parameter: 'ruleId',
    schema: WarningRuleViewSchema,
    view,
  });
  return [
    implement(routes.listWarningRules, async ({ query }) => ({
      body: await listCards(cell, WARNING_RULE_LISTS.all, query, WarningRuleCardSchema),
    })),
    implement(routes.readWarningRule, async ({ params }) => {
      const { state, row } = await loadOr404(cell, conversation, params.ruleId);
      return { body: view(state), version: row.version };
    }),
    commandRoute(cell, CONVERSATIONS, routes.setWarningRule, {
      conversation,
      target: cell.newId,
      command: ({ body: details }, _, id): WarningRuleCommand => ({ type: 'set', id, details }),
      view,
    }),
    on(routes.changeWarningRule, ({ body: details, params }) => ({ type: 'change', id: params.ruleId, details })),
    on(routes.retireWarningRule, ({ body }) => ({ type: 'retire', ...body })),
  ];
};
