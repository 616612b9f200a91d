import type { AssetCommand } from '../../domain/asset/asset-commands.ts';
import type { AssetEvent } from '../../domain/asset/asset-events.ts';
import type { AssetState } from '../../domain/asset/asset-state.ts';
import { vehicle } from '../../domain/vehicle/vehicle.ts';
import type { Conversation } from '../conversation.ts';

/** This city's own affair: partners hear of it in offers made from packages only. */
export const vehicleConversation: Conversation<AssetState, AssetCommand, AssetEvent> = {
  aggregate: vehicle,
  outgoing: () => [],
  incoming: () => undefined,
};
