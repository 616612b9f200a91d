import { callOut } from '../../domain/call-out/call-out.ts';
import type { CallOutCommand } from '../../domain/call-out/call-out-commands.ts';
import type { CallOutEvent } from '../../domain/call-out/call-out-events.ts';
import type { CallOutState } from '../../domain/call-out/call-out-state.ts';
import type { Conversation } from '../conversation.ts';

/** Call-outs are this city's own affair, between its coordinators and its experts. */
export const callOutConversation: Conversation<CallOutState, CallOutCommand, CallOutEvent> = {
  aggregate: callOut,
  outgoing: () => [],
  incoming: () => undefined,
};
