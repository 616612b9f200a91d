import * as z from 'zod';
import type { CityCode } from '../../domain/kernel/city-code.ts';
import type { DutyRoom } from '../../domain/kernel/duty-room.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { lotsIfAny, NamedLotSchema, NamedTeamSchema } from '../../domain/request/answer.ts';
import type { PlacedRequest } from '../../domain/request/placed-request.ts';
import type { RequestItem } from '../../domain/request/request-item.ts';
import {
  type Commitment,
  CommitmentSchema,
  type CommittedLot,
  type CommittedTeam,
} from '../../domain/request/requisition.ts';
import type { ResponseInformation } from '../edxl/response-information.ts';
import type { MessageBody } from '../message-schemas.ts';
import {
  dutyRoomContact,
  heading,
  incidentInformation,
  personContact,
  present,
  readAs,
  readMoment,
  readPerson,
  readTypeInfo,
  UnreadableBody,
} from './common.ts';
import { countOf, kindOf, levelOf, readCount, readLevel } from './resource-elements.ts';

type Body = MessageBody<'CommitResource'>;
type Information = Body['ResourceInformation'][number];
type Committed = Extract<Commitment, { outcome: 'committed' }>;
type Refused = Extract<Commitment, { outcome: 'refused' }>;

/** What a commitment is put into words with: the request, the requisition it answers, who answers and when. */
export interface CommitmentContext {
  readonly incident: PlacedRequest['incident'];
  readonly item: Pick<RequestItem, 'itemId' | 'kind'>;
  /** The message that carried the requisition. */
  readonly preceding: string;
  /** The first message of the conversation. */
  readonly originating: string;
  readonly city: CityCode;
  readonly dutyRoom: DutyRoom;
  readonly sentAt: Instant;
}

/** Which requisition is answered, and how many come, or which goods. */
const TypeInfoSchema = z.strictObject({
  requisitionId: z.uuid(),
  headcount: NamedTeamSchema.shape.headcount.optional(),
  lot: NamedLotSchema.pick({ code: true, unit: true }).optional(),
});

const answering = (
  item: CommitmentContext['item'],
  response: ResponseInformation['ResponseType'],
  reason?: string,
) => ({
  PrecedingResourceInfoElementID: item.itemId,
  ResponseType: response,
  ...(reason !== undefined && { ResponseReason: reason }),
});

const committedInformation = (
  deploymentId: string,
  Resource: NonNullable<Information['Resource']>,
  quantity: number,
  { orderNumber, signedBy, estimatedDeparture, estimatedArrival }: Committed,
  item: CommitmentContext['item'],
): Information => ({
  ResourceInfoElementID: deploymentId,
  ResponseInformation: answering(item, 'Accept'),
  Resource: { ...Resource, TypeStructure: kindOf(item.kind) },
  AssignmentInformation: { Quantity: countOf(quantity), OrderID: orderNumber },
  ScheduleInformation: [
    { ScheduleType: 'Committed', DateTime: signedBy.signedAt },
    { ScheduleType: 'EstimatedDeparture', DateTime: estimatedDeparture },
    { ScheduleType: 'EstimatedArrival', DateTime: estimatedArrival },
  ],
});

const teamInformation = (
  { deploymentId, team }: CommittedTeam,
  commitment: Committed,
  item: CommitmentContext['item'],
): Information => {
  const { requisitionId } = commitment;
  const resource = {
    ResourceID: team.teamId,
    Name: team.name,
    TypeInfo: { requisitionId, headcount: team.headcount },
    Keyword: [levelOf(team.level)],
  };
  return committedInformation(deploymentId, resource, 1, commitment, item);
};

const lotInformation = (
  { deploymentId, lot: { stockId, name, code, unit, quantity } }: CommittedLot,
  commitment: Committed,
  item: CommitmentContext['item'],
): Information => {
  const { requisitionId } = commitment;
  const resource = { ResourceID: stockId, Name: name, TypeInfo: { requisitionId, lot: { code, unit } } };
  return committedInformation(deploymentId, resource, quantity, commitment, item);
};

const refusalInformation = ({ requisitionId, reason }: Refused, item: CommitmentContext['item']): Information => ({
  ResourceInfoElementID: item.itemId,
  ResponseInformation: answering(item, 'Decline', reason),
  Resource: { TypeStructure: kindOf(item.kind), TypeInfo: { requisitionId } },
});

/**
 * @returns the commitment as EDXL-RM has it: a ResourceInformation per team or lot, whose id is that of its deployment; or
 * one that declines the item. What precedes it is the requisition.
 */
export const encodeCommitment = (commitment: Commitment, context: CommitmentContext): Body => {
  const { incident, item, preceding, originating, city, dutyRoom, sentAt } = context;
  const isCommitted = commitment.outcome === 'committed';
  return {
    ...heading('CommitResource', { id: commitment.messageId, sentAt, originating }),
    PrecedingMessageID: preceding,
    IncidentInformation: incidentInformation(incident),
    ContactInformation: [
      dutyRoomContact('RespondingOrg', city, dutyRoom),
      ...(isCommitted ? [personContact('Approver', commitment.signedBy)] : []),
    ],
    ResourceInformation: isCommitted
      ? [
          ...commitment.teams.map((team) => teamInformation(team, commitment, item)),
          ...(commitment.lots ?? []).map((lot) => lotInformation(lot, commitment, item)),
        ]
      : [refusalInformation(commitment, item)],
  };
};

const isLot = ({ Resource }: Information): boolean =>
  readTypeInfo(TypeInfoSchema, Resource?.TypeInfo).lot !== undefined;

const lotOf = ({ ResourceInfoElementID, Resource, AssignmentInformation }: Information) => ({
  deploymentId: ResourceInfoElementID,
  lot: {
    stockId: Resource?.ResourceID,
    name: Resource?.Name,
    ...readTypeInfo(TypeInfoSchema, Resource?.TypeInfo).lot,
    quantity: readCount(AssignmentInformation?.Quantity),
  },
});

const teamOf = ({ ResourceInfoElementID, Resource }: Information) => ({
  deploymentId: ResourceInfoElementID,
  team: {
    teamId: Resource?.ResourceID,
    name: Resource?.Name,
    level: readLevel(Resource?.Keyword),
    headcount: readTypeInfo(TypeInfoSchema, Resource?.TypeInfo).headcount,
  },
});

/**
 * @returns the commitment, read back.
 * @throws UnreadableBody when it keeps to EDXL-RM but lacks what a commitment here needs.
 */
export const decodeCommitment = (message: Body): Commitment => {
  const first = present(message.ResourceInformation[0], 'ResourceInformation');
  const { ResponseType, ResponseReason } = first.ResponseInformation;
  if (ResponseType === 'Provisional') throw new UnreadableBody('ResponseType: a commitment is firm or declined');
  const { requisitionId } = readTypeInfo(TypeInfoSchema, first.Resource?.TypeInfo);
  const answered = { requisitionId, messageId: message.MessageID };
  if (ResponseType === 'Decline')
    return readAs(CommitmentSchema, { outcome: 'refused', ...answered, reason: ResponseReason }, 'commitment');
  const schedule = first.ScheduleInformation;
  const commitment = {
    outcome: 'committed',
    ...answered,
    orderNumber: first.AssignmentInformation?.OrderID,
    teams: message.ResourceInformation.filter((information) => !isLot(information)).map(teamOf),
    ...lotsIfAny(message.ResourceInformation.filter(isLot).map(lotOf)),
    estimatedDeparture: readMoment(schedule, 'EstimatedDeparture'),
    estimatedArrival: readMoment(schedule, 'EstimatedArrival'),
    signedBy: { ...readPerson(message.ContactInformation, 'Approver'), signedAt: readMoment(schedule, 'Committed') },
  };
  return readAs(CommitmentSchema, commitment, 'commitment');
};
