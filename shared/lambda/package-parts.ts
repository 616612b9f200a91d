import type { LoadedSet } from '../data/loaded.ts';
import type { PackageParts } from '../domain/package/package-commands.ts';
import type { PackageDetails } from '../domain/package/package-details.ts';
import { conversationsOf } from '../exchange/conversation.ts';
import { equipmentConversation } from '../exchange/conversations/equipment.ts';
import { teamConversation } from '../exchange/conversations/team.ts';
import { vehicleConversation } from '../exchange/conversations/vehicle.ts';

/** What packages are made of. */
export const PART_CONVERSATIONS = conversationsOf(teamConversation, equipmentConversation, vehicleConversation);

/** @returns what a package of these details is made of, as far as it was found among what was read. */
export const partsAmong = (
  read: LoadedSet,
  { teamIds, equipmentIds, vehicleIds }: Pick<PackageDetails, 'teamIds' | 'equipmentIds' | 'vehicleIds'>,
): PackageParts => ({
  teams: teamIds.flatMap((id) => read.state(teamConversation, id) ?? []),
  assets: [
    ...equipmentIds.flatMap((id) => read.state(equipmentConversation, id) ?? []),
    ...vehicleIds.flatMap((id) => read.state(vehicleConversation, id) ?? []),
  ],
});
