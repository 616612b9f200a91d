import { roster } from '../../domain/roster/roster.ts';
import type { RosterCommand } from '../../domain/roster/roster-commands.ts';
import type { RosterEvent } from '../../domain/roster/roster-events.ts';
import type { RosterState } from '../../domain/roster/roster-state.ts';
import type { Conversation } from '../conversation.ts';

/** Who is on duty is the city's own affair: partners ring the duty room's line. */
export const rosterConversation: Conversation<RosterState, RosterCommand, RosterEvent> = {
  aggregate: roster,
  outgoing: () => [],
  incoming: () => undefined,
};
