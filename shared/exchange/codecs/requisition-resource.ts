import * as z from 'zod';
import type { IncidentSummary } from '../../domain/incident/incident-summary.ts';
import { amountOf, lotsIfAny, NamedLotSchema, NamedTeamSchema } from '../../domain/request/answer.ts';
import { type PlacedRequest, PlacedRequestSchema } from '../../domain/request/placed-request.ts';
import type { RequestItem } from '../../domain/request/request-item.ts';
import { type Funding, type Requisition, RequisitionSchema } from '../../domain/request/requisition.ts';
import { CostsSchema, totalCost } from '../../domain/vocabulary/costs.ts';
import type { MessageBody } from '../message-schemas.ts';
import {
  dutyRoomContact,
  heading,
  incidentInformation,
  personContact,
  present,
  readAs,
  readMessageId,
  readPerson,
  readTypeInfo,
  UnreadableBody,
} from './common.ts';
import { scheduleOfItem } from './needed-resource.ts';
import { countOf, kindOf, priceOf, readCount } from './resource-elements.ts';

type Body = MessageBody<'RequisitionResource'>;

/** What a RequisitionResource says: the requisition, which message it follows, and, where it takes up an unsolicited offer, the request it is made for. */
export interface RequisitionMessage {
  readonly requisition: Requisition;
  /** The answer or the offer that is taken up. */
  readonly preceding?: string;
  /** The offer taken up, and the request that was made of it, which the partner has not seen before. */
  readonly offer?: { readonly offerId: string; readonly placed: PlacedRequest };
}

/** What the message repeats of the request it belongs to. */
export interface RequisitionContext {
  readonly incident: Pick<IncidentSummary, 'incidentId' | 'title'>;
  readonly item: RequestItem;
  readonly requestedBy: PlacedRequest['requestedBy'];
  /** The first message of the conversation with this partner; absent when this is it. */
  readonly originating?: string | undefined;
}

const TypeInfoSchema = z.strictObject({
  requisitionId: z.uuid(),
  teams: z.array(NamedTeamSchema),
  lots: z.array(NamedLotSchema).optional(),
  costs: CostsSchema,
  offer: z.strictObject({ offerId: z.uuid(), placed: PlacedRequestSchema }).optional(),
});

const fundingOf = ({ fundCode, fundingInfo }: Funding) => ({
  ...(fundCode === undefined ? {} : { FundCode: fundCode }),
  ...(fundingInfo === undefined ? {} : { FundingInfo: fundingInfo }),
});

/** Puts a requisition into a RequisitionResource: one requisition, one message. */
export const encodeRequisitionResource = (
  { requisition, preceding, offer }: RequisitionMessage,
  { incident, item, requestedBy, originating }: RequisitionContext,
): Body => {
  const { requisitionId, messageId, itemId, teams, lots = [], costs, funding, signedBy } = requisition;
  return {
    ...heading('RequisitionResource', { id: messageId, sentAt: signedBy.signedAt, originating }),
    ...(preceding === undefined ? {} : { PrecedingMessageID: preceding }),
    IncidentInformation: incidentInformation(incident),
    Funding: [fundingOf(funding)],
    ContactInformation: [
      dutyRoomContact('Requester', requestedBy.city, requestedBy.dutyRoom),
      personContact('Approver', signedBy),
    ],
    ResourceInformation: [
      {
        ResourceInfoElementID: itemId,
        Resource: {
          TypeStructure: kindOf(item.kind),
          TypeInfo: { requisitionId, teams, ...lotsIfAny(lots), costs, ...(offer ? { offer } : {}) },
        },
        AssignmentInformation: {
          Quantity: countOf(amountOf(requisition)),
          AnticipatedFunction: item.mission,
          PriceQuote: priceOf(totalCost(costs)),
        },
        ScheduleInformation: scheduleOfItem(item),
      },
    ],
  };
};

/**
 * @returns what a RequisitionResource says.
 * @throws UnreadableBody when it does not say all of it, or says two different amounts
 */
export const decodeRequisitionResource = (body: Body): RequisitionMessage => {
  const [information, ...others] = body.ResourceInformation;
  if (!information || others.length > 0) throw new UnreadableBody('single ResourceInformation');
  const { offer, ...info } = readTypeInfo(TypeInfoSchema, information.Resource.TypeInfo);
  if (readCount(information.AssignmentInformation.Quantity) !== amountOf(info))
    throw new UnreadableBody('Quantity that is the number of teams or units');
  const funding = present(body.Funding[0], 'Funding');
  const requisition = readAs(
    RequisitionSchema,
    {
      ...info,
      messageId: body.MessageID,
      itemId: information.ResourceInfoElementID,
      funding: { fundCode: funding.FundCode, fundingInfo: funding.FundingInfo },
      signedBy: { ...readPerson(body.ContactInformation, 'Approver'), signedAt: body.SentDateTime },
    },
    'requisition',
  );
  return {
    requisition,
    ...(body.PrecedingMessageID === undefined
      ? {}
      : { preceding: readMessageId(body.PrecedingMessageID, 'PrecedingMessageID') }),
    ...(offer ? { offer } : {}),
  };
};
