import type { DeploymentStatus } from '../../domain/deployment/deployment-status.ts';
import { isConsignment, type LentMission, type Mission } from '../../domain/deployment/mission.ts';
import type { CityCode } from '../../domain/kernel/city-code.ts';
import type { DutyRoom } from '../../domain/kernel/duty-room.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { ValueList } from '../edxl/value-list.ts';
import { dutyRoomContact, heading, present, readMessageId, VALUE_LISTS } from './common.ts';
import { countOf, levelOf } from './resource-elements.ts';

/** What every message about a deployment is put into words with: the mission order, and who speaks. */
export interface DeploymentContext {
  readonly mission: LentMission;
  readonly city: CityCode;
  readonly dutyRoom: DutyRoom;
}

/** What a message of a deployment is, by its ids: it follows the commitment unless it answers another message. */
export interface DeploymentHeading {
  readonly id: string;
  readonly sentAt: Instant;
  readonly answers?: string | undefined;
}

/** @returns the elements that begin every message about a deployment; its sequence originates from the commitment. */
export const deploymentHeading = <T extends string>(
  type: T,
  { id, sentAt, answers }: DeploymentHeading,
  { mission, city, dutyRoom }: DeploymentContext,
) => ({
  ...heading(type, { id, sentAt, originating: mission.commitMessageId }),
  PrecedingMessageID: answers ?? mission.commitMessageId,
  ContactInformation: [dutyRoomContact(city === mission.owner ? 'Owner' : 'Requester', city, dutyRoom)],
});

/** @returns the message that a received one answers, if it answers any besides the commitment; throws `UnreadableBody`. */
export const answeredMessage = ({
  OriginatingMessageID,
  PrecedingMessageID,
}: {
  readonly OriginatingMessageID: string;
  readonly PrecedingMessageID?: string | undefined;
}): string | undefined =>
  PrecedingMessageID === undefined || PrecedingMessageID === OriginatingMessageID
    ? undefined
    : readMessageId(PrecedingMessageID, 'PrecedingMessageID');

/** @returns the deployed team, or the goods, as every message about them names them. */
const deployedResource = (mission: Mission) => ({
  ...(isConsignment(mission)
    ? { ResourceID: mission.lot.stockId, Name: mission.lot.name }
    : { ResourceID: mission.team.teamId, Name: mission.team.name, Keyword: [levelOf(mission.team.level)] }),
  OwnershipInformation: { OwningJurisdiction: mission.owner },
});

/** @returns the part of a message that is about what was sent; its element id is that by which the commitment named the deployment. */
export const deployedInformation = <S>(mission: Mission, ScheduleInformation: readonly S[]) => ({
  ResourceInfoElementID: mission.deploymentId,
  Resource: deployedResource(mission),
  AssignmentInformation: {
    Quantity: countOf(isConsignment(mission) ? mission.lot.quantity : 1),
    AnticipatedFunction: mission.mission,
    OrderID: mission.orderNumber,
  },
  ScheduleInformation: [...ScheduleInformation],
});

/** @returns the element by which an answer names what it answers. */
export const answering = ({ deploymentId }: Mission) => ({ PrecedingResourceInfoElementID: deploymentId });

/** @returns a status of a deployment as EDXL has it. */
export const deploymentStatus = (status: DeploymentStatus): ValueList => ({
  ValueListURN: VALUE_LISTS.deploymentStatus,
  Value: [status],
});

/** @returns the only ResourceInformation of a message; throws `UnreadableBody`. */
export const onlyInformation = <I>({ ResourceInformation }: { readonly ResourceInformation: readonly I[] }): I =>
  present(ResourceInformation.length === 1 ? ResourceInformation[0] : undefined, 'single ResourceInformation');

/** @returns the moments among `types` that a schedule has, under the names given. */
export const momentsOf = <N extends string>(
  schedule: readonly { readonly ScheduleType: string; readonly DateTime?: Instant | undefined }[] | undefined,
  types: Readonly<Record<N, string>>,
): Partial<Record<N, Instant>> => {
  const found: Partial<Record<N, Instant>> = {};
  for (const name of Object.keys(types) as N[]) {
    const moment = schedule?.find(({ ScheduleType }) => ScheduleType === types[name])?.DateTime;
    if (moment !== undefined) found[name] = moment;
  }
  return found;
};
