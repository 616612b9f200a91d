import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { CapAlert } from '../../shared/domain/cap/cap-alert.ts';
import { assess } from '../../shared/domain/warning/assess-alert.ts';
import { WARNING_REFUSALS } from '../../shared/domain/warning/warning-refusals.ts';
import type { SeenWarning, WarningState } from '../../shared/domain/warning/warning-state.ts';
import {
  WARNING_RULE_LISTS,
  type WarningRuleCard,
  WarningRuleCardSchema,
} from '../../shared/domain/warning-rule/warning-rule.ts';
import { warningIdOf, warningReferencesOf } from '../../shared/exchange/cap/warning-id.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { agreementConversation } from '../../shared/exchange/conversations/agreement.ts';
import { awarenessConversation } from '../../shared/exchange/conversations/awareness.ts';
import { incidentConversation } from '../../shared/exchange/conversations/incident.ts';
import { listingShareConversation } from '../../shared/exchange/conversations/listing-share.ts';
import { planConversation } from '../../shared/exchange/conversations/plan.ts';
import { requestAtHome } from '../../shared/exchange/conversations/request-at-home.ts';
import { situationReportConversation } from '../../shared/exchange/conversations/situation-report.ts';
import { teamConversation } from '../../shared/exchange/conversations/team.ts';
import { warningConversation } from '../../shared/exchange/conversations/warning.ts';
import { problemOfRefusal } from '../../shared/http/problems.ts';
import { type WarningView, warningView } from '../../shared/http/views/warning.ts';
import { listCards } from '../../shared/lambda/aggregate-routes.ts';
import type { HttpCell } from '../../shared/lambda/http-handler.ts';
import { CITIES } from '../../shared/reference/cities.ts';
import { WARNING_VOCABULARY } from '../../shared/reference/warning-vocabulary.ts';
import { performActs } from './perform-acts.ts';

export const CONVERSATIONS = conversationsOf(
  warningConversation,
  agreementConversation,
  awarenessConversation,
  incidentConversation,
  situationReportConversation,
  listingShareConversation,
  planConversation,
  requestAtHome,
  teamConversation,
);

export type WarningsCell = HttpCell & ExecutingCell;

/** @throws ProblemError 404 for what has not come, though a later alert ended it. */
export const seen = (state: WarningState | undefined): SeenWarning => {
  if (!state || state.status === 'unseen') throw problemOfRefusal({ reason: WARNING_REFUSALS.unknown, parameters: {} });
  return state;
};

/** @returns the warning as it is shown, once it has come. */
export const shownView = (state: WarningState): WarningView => warningView(seen(state));

/** @returns what an alert comes to here, and under which ids it and those that it names are kept. */
export const takenOf = (alert: CapAlert) => ({
  id: warningIdOf(alert),
  alert,
  assessment: assess(alert, WARNING_VOCABULARY, CITIES),
  references: warningReferencesOf(alert),
});

/** Rules in use that are looked at: the first by name. */
const MOST_RULES = 100;

/** @returns the rules by which warnings do things here: one Query. */
export const rulesInUse = async (cell: Pick<WarningsCell, 'store'>): Promise<readonly WarningRuleCard[]> => {
  const { items } = await listCards(cell, WARNING_RULE_LISTS.active, { limit: MOST_RULES }, WarningRuleCardSchema);
  return items;
};

/** Does at once what is due of these warnings; what fails is logged, and done by the clock within a minute. */
export const actOn = async (cell: WarningsCell, ids: readonly string[]): Promise<void> => {
  for (const id of ids)
    await performActs(cell, CONVERSATIONS, id).catch((error: unknown) =>
      cell.log.error('what a warning does is left to the clock', { id, error: error as Error }),
    );
};

/** @returns where a warning is kept. */
export const referenceTo = (warningId: string) => ({ kind: 'warning' as const, id: warningId });
