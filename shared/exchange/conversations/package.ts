import { missionPackage } from '../../domain/package/package.ts';
import type { PackageCommand } from '../../domain/package/package-commands.ts';
import type { PackageEvent } from '../../domain/package/package-events.ts';
import type { PackageState } from '../../domain/package/package-state.ts';
import type { Conversation } from '../conversation.ts';

/** This city's own affair: partners hear of it in the offers and answers made from it. */
export const packageConversation: Conversation<PackageState, PackageCommand, PackageEvent> = {
  aggregate: missionPackage,
  outgoing: () => [],
  incoming: () => undefined,
};
