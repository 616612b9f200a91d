import * as z from 'zod';
import type { CityCode } from '../../domain/kernel/city-code.ts';
import type { DutyRoom } from '../../domain/kernel/duty-room.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import {
  type Offer,
  type OfferedResource,
  OfferedResourceSchema,
  OfferSchema,
  OfferSubjectSchema,
} from '../../domain/offer/offer-state.ts';
import { totalCost } from '../../domain/vocabulary/costs.ts';
import type { EdxlMessage } from '../edxl/messages.ts';
import { dutyRoomContact, heading, present, readAs, readMoment, readTypeInfo } from './common.ts';
import { countOf, kindOf, levelOf, priceOf, readCount, readKind, readLevel } from './resource-elements.ts';
import { readWithdrawal, recallElements, type Withdrawal } from './withdrawal.ts';

type Message = EdxlMessage<'OfferUnsolicitedResource'>;
type Information = Message['ResourceInformation'][number];

/** What an OfferUnsolicitedResource says. */
export type OfferMessage =
  | { readonly kind: 'offer'; readonly offer: Offer }
  | { readonly kind: 'withdrawal'; readonly withdrawal: Withdrawal };

/** Who offers. */
export interface OfferContext {
  readonly city: CityCode;
  readonly dutyRoom: DutyRoom;
}

/** What the offer as a whole says beyond the standard's elements; it travels with its first resource. */
const OfferInfoSchema = OfferSchema.pick({ agreementId: true, exercise: true, package: true }).extend({
  hazard: OfferSubjectSchema.shape.hazard,
});

const { teams, costs } = OfferedResourceSchema.shape;
const TypeInfoSchema = z.strictObject({ teams, costs, offer: OfferInfoSchema.optional() });

const informationOf = (resource: OfferedResource, index: number, offer: Offer): Information => ({
  ResourceInfoElementID: resource.resourceId,
  Resource: {
    TypeStructure: kindOf(resource.kind),
    Keyword: [levelOf(resource.level)],
    TypeInfo: {
      teams: resource.teams,
      costs: resource.costs,
      ...(index === 0 && {
        offer: {
          agreementId: offer.agreementId,
          exercise: offer.exercise,
          hazard: offer.subject.hazard,
          ...(offer.package === undefined ? {} : { package: offer.package }),
        },
      }),
    },
  },
  AssignmentInformation: { Quantity: countOf(resource.quantity), PriceQuote: priceOf(totalCost(resource.costs)) },
  ScheduleInformation: [
    { ScheduleType: 'BeginAvailable', DateTime: offer.availableFrom },
    { ScheduleType: 'EndAvailable', DateTime: offer.availableUntil },
  ],
});

const bodyOf = (offer: Offer, id: string, sentAt: Instant, { city, dutyRoom }: OfferContext): Message => {
  const { incidentId, description } = offer.subject;
  return {
    ...heading('OfferUnsolicitedResource', { id, sentAt, originating: offer.messageId }),
    IncidentInformation: [
      {
        ...(incidentId === undefined ? {} : { IncidentID: incidentId }),
        ...(description === undefined ? {} : { IncidentDescription: description }),
      },
    ],
    ContactInformation: [dutyRoomContact('Owner', city, dutyRoom)],
    ResourceInformation: offer.resources.map((resource, index) => informationOf(resource, index, offer)),
  };
};

/** @returns the offer as EDXL-RM has it: a ResourceInformation per kind of resource. */
export const encodeOffer = (offer: Offer, context: OfferContext): Message =>
  bodyOf(offer, offer.messageId, offer.offeredAt, context);

/** @returns the withdrawal as EDXL-RM has it: a recall that repeats the offer. */
export const encodeOfferWithdrawal = (withdrawal: Withdrawal, offer: Offer, context: OfferContext): Message => ({
  ...bodyOf(offer, withdrawal.messageId, withdrawal.at, context),
  ...recallElements(withdrawal),
});

const readResource = (information: Information): unknown => {
  const { offer: _offer, ...info } = readTypeInfo(TypeInfoSchema, information.Resource.TypeInfo);
  const { TypeStructure, Keyword } = information.Resource;
  return {
    ...info,
    resourceId: information.ResourceInfoElementID,
    kind: readKind(TypeStructure),
    level: readLevel(Keyword),
    quantity: readCount(information.AssignmentInformation?.Quantity),
  };
};

const readOffer = (message: Message): Offer => {
  const first = present(message.ResourceInformation[0], 'ResourceInformation');
  const incident = present(message.IncidentInformation?.[0], 'IncidentInformation');
  const { hazard, ...info } = present(readTypeInfo(TypeInfoSchema, first.Resource.TypeInfo).offer, 'TypeInfo/offer');
  return readAs(
    OfferSchema,
    {
      ...info,
      messageId: message.MessageID,
      offeredAt: message.SentDateTime,
      subject: {
        hazard,
        ...(incident.IncidentID === undefined ? {} : { incidentId: incident.IncidentID }),
        ...(incident.IncidentDescription === undefined ? {} : { description: incident.IncidentDescription }),
      },
      resources: message.ResourceInformation.map(readResource),
      availableFrom: readMoment(first.ScheduleInformation, 'BeginAvailable'),
      availableUntil: readMoment(first.ScheduleInformation, 'EndAvailable'),
    },
    'offer',
  );
};

/**
 * @returns what the message says, read back.
 * @throws UnreadableBody also for a recall of type Update: an offer is withdrawn and made anew
 */
export const decodeOfferMessage = (message: Message): OfferMessage => {
  const withdrawal = readWithdrawal(message);
  return withdrawal ? { kind: 'withdrawal', withdrawal } : { kind: 'offer', offer: readOffer(message) };
};
