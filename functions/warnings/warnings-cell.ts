import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { CapAlert } from '../../shared/domain/cap/cap-alert.ts';
import { assess } from '../../shared/domain/warning/assess-alert.ts';
import { WARNING_REFUSALS } from '../../shared/domain/warning/warning-refusals.ts';
import type { SeenWarning, WarningState } from '../../shared/domain/warning/warning-state.ts';
import { warningIdOf, warningReferencesOf } from '../../shared/exchange/cap/warning-id.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { warningConversation } from '../../shared/exchange/conversations/warning.ts';
import { problemOfRefusal } from '../../shared/http/problems.ts';
import { type WarningView, warningView } from '../../shared/http/views/warning.ts';
import type { HttpCell } from '../../shared/lambda/http-handler.ts';
import { CITIES } from '../../shared/reference/cities.ts';
import { WARNING_VOCABULARY } from '../../shared/reference/warning-vocabulary.ts';

export const CONVERSATIONS = conversationsOf(warningConversation);

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

/** @returns where a warning is kept. */
export const referenceTo = (warningId: string) => ({ kind: 'warning' as const, id: warningId });
