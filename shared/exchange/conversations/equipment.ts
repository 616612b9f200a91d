import type { AssetCommand } from '../../domain/asset/asset-commands.ts';
import type { AssetEvent } from '../../domain/asset/asset-events.ts';
import type { AssetState } from '../../domain/asset/asset-state.ts';
import { equipment } from '../../domain/equipment/equipment.ts';
import type { Conversation } from '../conversation.ts';

/** This city's own affair: partners hear of it in offers made from packages only. */
export const equipmentConversation: Conversation<AssetState, AssetCommand, AssetEvent> = {
  aggregate: equipment,
  outgoing: () => [],
  incoming: () => undefined,
};
