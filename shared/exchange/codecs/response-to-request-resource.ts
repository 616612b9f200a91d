import * as z from 'zod';
import type { CityCode } from '../../domain/kernel/city-code.ts';
import type { DutyRoom } from '../../domain/kernel/duty-room.ts';
import { type AnswerWithdrawal, AnswerWithdrawalSchema } from '../../domain/received-request/answer-withdrawal.ts';
import {
  type Answer,
  AnswerSchema,
  amountOf,
  type ItemAnswer,
  lotsIfAny,
  NamedLotSchema,
  NamedTeamSchema,
} from '../../domain/request/answer.ts';
import type { PlacedRequest } from '../../domain/request/placed-request.ts';
import { CostsSchema, totalCost } from '../../domain/vocabulary/costs.ts';
import type { MessageBody } from '../message-schemas.ts';
import {
  dutyRoomContact,
  heading,
  incidentInformation,
  present,
  RESPONSE_TYPES,
  readAs,
  readMoment,
  readTypeInfo,
} from './common.ts';
import { countOf, kindOf, priceOf } from './resource-elements.ts';

type Body = MessageBody<'ResponseToRequestResource'>;
type Information = Body['ResourceInformation'][number];

/** What an answer is put into words with: the request it answers, and who answers. */
export interface AnswerContext {
  readonly placed: Pick<PlacedRequest, 'messageId' | 'incident' | 'items'>;
  /** The first message of the conversation. */
  readonly originating: string;
  readonly city: CityCode;
  readonly dutyRoom: DutyRoom;
}

/** What a ResponseToRequestResource says: an answer to some of the request's items, or that such an answer is taken back. */
export type AnswerMessage =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'withdrawal'; readonly withdrawal: AnswerWithdrawal };

/** Reason code of every item of an answer that an agreement's pre-authorisation gave, and no person. */
const PRE_AUTHORISED = { ValueListURN: 'urn:shouwang:list:response-reason', Value: ['pre-authorised'] };

/** The teams, or the lots, one by one, and the exact price by category. */
const TypeInfoSchema = z.strictObject({
  teams: z.array(NamedTeamSchema),
  lots: z.array(NamedLotSchema).optional(),
  costs: CostsSchema,
});

const common = (id: string, sentAt: string, { placed, originating, city, dutyRoom }: AnswerContext) => ({
  ...heading('ResponseToRequestResource', { id, sentAt, originating }),
  PrecedingMessageID: placed.messageId,
  IncidentInformation: incidentInformation(placed.incident),
  ContactInformation: [dutyRoomContact('RespondingOrg', city, dutyRoom)],
});

const promised = (item: Exclude<ItemAnswer, { response: 'decline' }>, { placed }: AnswerContext) => {
  const asked = placed.items.find(({ itemId }) => itemId === item.itemId);
  return {
    Resource: {
      Name: [...item.teams, ...(item.lots ?? [])].map(({ name }) => name).join('、'),
      ...(asked && { TypeStructure: kindOf(asked.kind) }),
      TypeInfo: { teams: item.teams, ...lotsIfAny(item.lots ?? []), costs: item.costs },
    },
    AssignmentInformation: { Quantity: countOf(amountOf(item)), PriceQuote: priceOf(totalCost(item.costs)) },
    ScheduleInformation: [
      { ScheduleType: 'EstimatedDeparture' as const, DateTime: item.estimatedDeparture },
      { ScheduleType: 'EstimatedArrival' as const, DateTime: item.estimatedArrival },
    ],
  };
};

const informationOf = (item: ItemAnswer, automatic: boolean, context: AnswerContext): Information => ({
  ResourceInfoElementID: item.itemId,
  ResponseInformation: {
    PrecedingResourceInfoElementID: item.itemId,
    ResponseType: RESPONSE_TYPES[item.response],
    ...(automatic && { ReasonCode: PRE_AUTHORISED }),
    ...(item.response !== 'accept' && { ResponseReason: item.reason }),
  },
  ...(item.response !== 'decline' && promised(item, context)),
});

/**
 * @returns the answer as EDXL-RM has it: a ResourceInformation per item answered, under the item's id. An answer may be about
 * some of the request's items only; others are answered by messages of their own.
 */
export const encodeAnswer = (answer: Answer, context: AnswerContext): Body => ({
  ...common(answer.messageId, answer.answeredAt, context),
  ResourceInformation: answer.items.map((item) => informationOf(item, answer.automatic, context)),
});

/** @returns the withdrawal as EDXL-RM has it: a recall of the answer, which declines each of its items instead. */
export const encodeAnswerWithdrawal = (withdrawal: AnswerWithdrawal, context: AnswerContext): Body => ({
  ...common(withdrawal.messageId, withdrawal.withdrawnAt, context),
  MessageRecall: { RecallMessageID: withdrawal.recalledMessageId, RecallType: 'Cancel' },
  ResourceInformation: withdrawal.itemIds.map((itemId) =>
    informationOf({ response: 'decline', itemId, reason: withdrawal.reason }, false, context),
  ),
});

const itemOf = ({ ResponseInformation: response, Resource, ScheduleInformation: schedule }: Information): unknown => {
  const itemId = response.PrecedingResourceInfoElementID;
  const reason = response.ResponseReason;
  if (response.ResponseType === 'Decline') return { response: 'decline', itemId, reason };
  const promise = {
    itemId,
    ...readTypeInfo(TypeInfoSchema, Resource?.TypeInfo),
    estimatedDeparture: readMoment(schedule, 'EstimatedDeparture'),
    estimatedArrival: readMoment(schedule, 'EstimatedArrival'),
  };
  return response.ResponseType === 'Accept'
    ? { response: 'accept', ...promise }
    : { response: 'provisional', ...promise, reason };
};

const isPreAuthorised = ({ ResponseInformation: { ReasonCode } }: Information): boolean =>
  ReasonCode?.ValueListURN === PRE_AUTHORISED.ValueListURN && ReasonCode.Value[0] === PRE_AUTHORISED.Value[0];

const withdrawalOf = (message: Body, recalledMessageId: string): AnswerWithdrawal =>
  readAs(
    AnswerWithdrawalSchema,
    {
      messageId: message.MessageID,
      recalledMessageId,
      itemIds: message.ResourceInformation.map((part) => part.ResponseInformation.PrecedingResourceInfoElementID),
      reason: message.ResourceInformation[0]?.ResponseInformation.ResponseReason,
      withdrawnAt: message.SentDateTime,
    },
    'withdrawal',
  );

/**
 * @returns what the message says, read back.
 * @throws UnreadableBody when it keeps to EDXL-RM but lacks what an answer here needs; a recall of type Update is
 * such a message, as answers are withdrawn and given anew.
 */
export const decodeAnswerMessage = (message: Body): AnswerMessage => {
  const recall = message.MessageRecall;
  if (recall) {
    const cancelled = present(recall.RecallType === 'Cancel' ? recall.RecallMessageID : undefined, 'RecallType Cancel');
    return { kind: 'withdrawal', withdrawal: withdrawalOf(message, cancelled) };
  }
  const answer = readAs(
    AnswerSchema,
    {
      messageId: message.MessageID,
      answeredAt: message.SentDateTime,
      items: message.ResourceInformation.map(itemOf),
      automatic: message.ResourceInformation.every(isPreAuthorised),
    },
    'answer',
  );
  return { kind: 'answer', answer };
};
