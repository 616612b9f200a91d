import { depot } from '../../domain/depot/depot.ts';
import type { DepotCommand } from '../../domain/depot/depot-commands.ts';
import type { DepotEvent } from '../../domain/depot/depot-events.ts';
import type { DepotState } from '../../domain/depot/depot-state.ts';
import type { Conversation } from '../conversation.ts';

/** Depots are this city's own affair. */
export const depotConversation: Conversation<DepotState, DepotCommand, DepotEvent> = {
  aggregate: depot,
  outgoing: () => [],
  incoming: () => undefined,
};
