import * as z from 'zod';
import { IncidentSummarySchema } from '../../domain/incident/incident-summary.ts';
import { type PlacedRequest, PlacedRequestSchema } from '../../domain/request/placed-request.ts';
import {
  CheckInMinutesSchema,
  checkInOf,
  LogisticsSchema,
  SuppliesAskedSchema,
} from '../../domain/request/request-item.ts';
import { FenSchema } from '../../domain/vocabulary/costs.ts';
import type { MessageBody } from '../message-schemas.ts';
import {
  dutyRoomContact,
  heading,
  incidentInformation,
  personContact,
  present,
  ReasonSchema,
  readAs,
  readDutyRoom,
  readMessageId,
  readPerson,
  readTypeInfo,
} from './common.ts';
import { readNeeded, scheduleOfItem } from './needed-resource.ts';
import { countOf, kindOf, levelOf } from './resource-elements.ts';

type Body = MessageBody<'RequestResource'>;
type Information = Body['ResourceInformation'][number];

/** What a RequestResource says: a request, a changed one that replaces it, or that it is withdrawn. */
export type RequestMessage =
  | { readonly kind: 'request'; readonly placed: PlacedRequest }
  | { readonly kind: 'update'; readonly placed: PlacedRequest; readonly recalledMessageId: string }
  /** `placed` is the request as it was, under the id of the message that withdraws it. */
  | {
      readonly kind: 'cancellation';
      readonly placed: PlacedRequest;
      readonly recalledMessageId: string;
      readonly reason: string;
    };

/** What an item says beyond the standard's elements. */
const ItemInfoSchema = z.strictObject({
  logistics: LogisticsSchema,
  costCeiling: FenSchema.optional(),
  supply: SuppliesAskedSchema.optional(),
  checkInMinutes: CheckInMinutesSchema.optional(),
});

/** What the request as a whole says beyond the standard's elements; it travels with its first item. */
const RequestInfoSchema = PlacedRequestSchema.pick({
  requestId: true,
  agreementId: true,
  replyBy: true,
  exercise: true,
}).extend({ incident: IncidentSummarySchema.omit({ incidentId: true, title: true }) });

const TypeInfoSchema = z.strictObject({ item: ItemInfoSchema, request: RequestInfoSchema.optional() });

const recallOf = (message: RequestMessage) =>
  message.kind === 'request'
    ? {}
    : {
        MessageRecall: {
          RecallMessageID: message.recalledMessageId,
          RecallType: message.kind === 'update' ? ('Update' as const) : ('Cancel' as const),
        },
        ...(message.kind === 'cancellation' ? { MessageDescription: message.reason } : {}),
      };

const informationOf = ({ items, ...request }: PlacedRequest): Information[] =>
  items.map((item, index) => ({
    ResourceInfoElementID: item.itemId,
    Resource: {
      TypeStructure: kindOf(item.kind),
      TypeInfo: {
        item: {
          logistics: item.logistics,
          ...(item.costCeiling === undefined ? {} : { costCeiling: item.costCeiling }),
          ...(item.kind === 'supplies' ? { supply: item.supply } : {}),
          ...checkInOf(item),
        },
        ...(index === 0 ? { request: requestInfoOf(request) } : {}),
      },
      Keyword: [levelOf(item.level)],
      ...(item.siteConditions === '' ? {} : { SpecialRequirements: item.siteConditions }),
    },
    AssignmentInformation: { Quantity: countOf(item.quantity), AnticipatedFunction: item.mission },
    ScheduleInformation: scheduleOfItem(item),
  }));

const requestInfoOf = ({
  requestId,
  agreementId,
  replyBy,
  exercise,
  incident: { incidentId: _id, title: _title, ...incident },
}: Omit<PlacedRequest, 'items'>) => ({ requestId, agreementId, replyBy, exercise, incident });

/**
 * Puts a request, its update or its cancellation into a RequestResource.
 * @param originating the first message of the conversation with this partner; absent when this is it.
 */
export const encodeRequestResource = (message: RequestMessage, originating?: string): Body => {
  const { placed } = message;
  return {
    ...heading('RequestResource', { id: placed.messageId, sentAt: placed.placedAt, originating }),
    ...recallOf(message),
    IncidentInformation: incidentInformation(placed.incident),
    ContactInformation: [
      dutyRoomContact('Requester', placed.requestedBy.city, placed.requestedBy.dutyRoom),
      personContact('Approver', placed.approvedBy),
    ],
    ResourceInformation: informationOf(placed),
  };
};

const readItem = (information: Information): unknown => ({
  ...readTypeInfo(TypeInfoSchema, information.Resource.TypeInfo).item,
  ...readNeeded(information),
  siteConditions: information.Resource.SpecialRequirements ?? '',
});

const readPlaced = (body: Body): PlacedRequest => {
  const [first] = body.ResourceInformation;
  const typeInfo = readTypeInfo(TypeInfoSchema, first?.Resource.TypeInfo);
  const { incident, ...request } = present(typeInfo.request, 'TypeInfo/request');
  const named = present(body.IncidentInformation?.[0], 'IncidentInformation');
  return readAs(
    PlacedRequestSchema,
    {
      ...request,
      messageId: body.MessageID,
      incident: { ...incident, incidentId: named.IncidentID, title: named.IncidentDescription },
      items: body.ResourceInformation.map(readItem),
      requestedBy: readDutyRoom(body.ContactInformation, 'Requester'),
      approvedBy: readPerson(body.ContactInformation, 'Approver'),
      placedAt: body.SentDateTime,
    },
    'request',
  );
};

/**
 * @returns what a RequestResource says.
 * @throws UnreadableBody when it does not say all of it
 */
export const decodeRequestResource = (body: Body): RequestMessage => {
  const placed = readPlaced(body);
  const { MessageRecall: recall } = body;
  if (!recall) return { kind: 'request', placed };
  const recalledMessageId = readMessageId(recall.RecallMessageID, 'RecallMessageID');
  if (recall.RecallType === 'Update') return { kind: 'update', placed, recalledMessageId };
  return {
    kind: 'cancellation',
    placed,
    recalledMessageId,
    reason: readAs(ReasonSchema, body.MessageDescription, 'MessageDescription'),
  };
};
