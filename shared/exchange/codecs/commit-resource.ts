import type { CityCode } from '../../domain/kernel/city-code.ts';
import type { DutyRoom } from '../../domain/kernel/duty-room.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { NamedTeamSchema } from '../../domain/request/answer.ts';
import type { PlacedRequest } from '../../domain/request/placed-request.ts';
import { type Commitment, CommitmentSchema, type CommittedTeam } from '../../domain/request/requisition.ts';
import type { EdxlMessage } from '../edxl/messages.ts';
import {
  countOf,
  dutyRoomContact,
  heading,
  incidentInformation,
  kindOf,
  levelOf,
  personContact,
  present,
  readMoment,
  readPerson,
  readTypeInfo,
  readValue,
  VALUE_LISTS,
} from './common.ts';

type Message = EdxlMessage<'CommitResource'>;
type Information = Message['ResourceInformation'][number];
type Committed = Extract<Commitment, { outcome: 'committed' }>;

/** What a commitment is put into words with: the request, the requisition it answers, who answers and when. */
export interface CommitmentContext {
  readonly placed: Pick<PlacedRequest, 'messageId' | 'incident' | 'items'>;
  readonly requisition: { readonly messageId: string; readonly itemId: string };
  readonly city: CityCode;
  readonly dutyRoom: DutyRoom;
  readonly sentAt: Instant;
}

/** What a team is besides its id, its name and its level. */
const TypeInfoSchema = NamedTeamSchema.pick({ headcount: true });

const teamInformation = ({ deploymentId, team }: CommittedTeam, commitment: Committed, context: CommitmentContext) => {
  const item = context.placed.items.find(({ itemId }) => itemId === context.requisition.itemId);
  return {
    ResourceInfoElementID: deploymentId,
    ResponseInformation: {
      PrecedingResourceInfoElementID: commitment.requisitionId,
      ResponseType: 'Accept' as const,
    },
    Resource: {
      ResourceID: team.teamId,
      Name: team.name,
      ...(item && { TypeStructure: kindOf(item.kind) }),
      TypeInfo: { headcount: team.headcount },
      Keyword: [levelOf(team.level)],
    },
    AssignmentInformation: { Quantity: countOf(1), OrderID: commitment.orderNumber },
    ScheduleInformation: [
      { ScheduleType: 'Committed' as const, DateTime: commitment.signedBy.signedAt },
      { ScheduleType: 'EstimatedDeparture' as const, DateTime: commitment.estimatedDeparture },
      { ScheduleType: 'EstimatedArrival' as const, DateTime: commitment.estimatedArrival },
    ],
  } satisfies Information;
};

const refusalInformation = ({ requisitionId, reason }: Extract<Commitment, { outcome: 'refused' }>): Information => ({
  ResourceInfoElementID: requisitionId,
  ResponseInformation: {
    PrecedingResourceInfoElementID: requisitionId,
    ResponseType: 'Decline',
    ResponseReason: reason,
  },
});

/**
 * @returns the commitment as EDXL-RM has it: a ResourceInformation per team, whose id is that of the team's deployment; or
 * one that declines. PrecedingResourceInfoElementID is the id of the requisition.
 */
export const encodeCommitment = (commitment: Commitment, context: CommitmentContext): Message => {
  const { placed, requisition, city, dutyRoom, sentAt } = context;
  const isCommitted = commitment.outcome === 'committed';
  return {
    ...heading('CommitResource', { id: commitment.messageId, sentAt, originating: placed.messageId }),
    PrecedingMessageID: requisition.messageId,
    IncidentInformation: incidentInformation(placed.incident),
    ContactInformation: [
      dutyRoomContact('RespondingOrg', city, dutyRoom),
      ...(isCommitted ? [personContact('Approver', commitment.signedBy)] : []),
    ],
    ResourceInformation: isCommitted
      ? commitment.teams.map((team) => teamInformation(team, commitment, context))
      : [refusalInformation(commitment)],
  };
};

const teamOf = ({ ResourceInfoElementID, Resource }: Information) => ({
  deploymentId: ResourceInfoElementID,
  team: {
    teamId: Resource?.ResourceID,
    name: Resource?.Name,
    level: Number(readValue(Resource?.Keyword, VALUE_LISTS.capabilityLevel)),
    ...readTypeInfo(TypeInfoSchema, Resource?.TypeInfo),
  },
});

/**
 * @returns the commitment, read back; quantities other than one a team do not occur here.
 * @throws UnreadableBody or ZodError when it keeps to EDXL-RM but lacks what a commitment here needs.
 */
export const decodeCommitment = (message: Message): Commitment => {
  const first = present(message.ResourceInformation[0], 'ResourceInformation');
  const { PrecedingResourceInfoElementID: requisitionId, ResponseType, ResponseReason } = first.ResponseInformation;
  const answered = { requisitionId, messageId: message.MessageID };
  if (ResponseType === 'Decline')
    return CommitmentSchema.parse({ outcome: 'refused', ...answered, reason: ResponseReason });
  const schedule = first.ScheduleInformation;
  return CommitmentSchema.parse({
    outcome: 'committed',
    ...answered,
    orderNumber: first.AssignmentInformation?.OrderID,
    teams: message.ResourceInformation.map(teamOf),
    estimatedDeparture: readMoment(schedule, 'EstimatedDeparture'),
    estimatedArrival: readMoment(schedule, 'EstimatedArrival'),
    signedBy: { ...readPerson(message.ContactInformation, 'Approver'), signedAt: readMoment(schedule, 'Committed') },
  });
};
