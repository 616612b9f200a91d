import { warning } from '../../domain/warning/warning.ts';
import type { WarningCommand } from '../../domain/warning/warning-commands.ts';
import type { WarningEvent } from '../../domain/warning/warning-events.ts';
import type { WarningState } from '../../domain/warning/warning-state.ts';
import type { Conversation } from '../conversation.ts';

/** Warnings travel as CAP, by whatever carries it, not as messages under an agreement. */
export const warningConversation: Conversation<WarningState, WarningCommand, WarningEvent> = {
  aggregate: warning,
  outgoing: () => [],
  incoming: () => undefined,
};
