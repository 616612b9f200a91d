import { expert } from '../../domain/expert/expert.ts';
import type { ExpertCommand } from '../../domain/expert/expert-commands.ts';
import type { ExpertEvent } from '../../domain/expert/expert-events.ts';
import type { ExpertState } from '../../domain/expert/expert-state.ts';
import type { Conversation } from '../conversation.ts';

/** Experts are this city's own affair: who is called out hears of it from the city that does. */
export const expertConversation: Conversation<ExpertState, ExpertCommand, ExpertEvent> = {
  aggregate: expert,
  outgoing: () => [],
  incoming: () => undefined,
};
