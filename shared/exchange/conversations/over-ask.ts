import { type OverAskCommand, type OverAskEvent, type OverAskState, overAsk } from '../../domain/over-ask/over-ask.ts';
import type { Conversation } from '../conversation.ts';

/** What overlaps is for the city's own people to see. */
export const overAskConversation: Conversation<OverAskState, OverAskCommand, OverAskEvent> = {
  aggregate: overAsk,
  outgoing: () => [],
  incoming: () => undefined,
};
