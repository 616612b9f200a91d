import * as z from 'zod';
import { IncidentSummarySchema } from '../../domain/incident/incident-summary.ts';
import { CityCodeSchema } from '../../domain/kernel/city-code.ts';
import { type Instant, InstantSchema, millisecondsBetween } from '../../domain/kernel/instant.ts';
import { MessageFailureSchema } from '../../domain/kernel/message-failure.ts';
import { unansweredItems } from '../../domain/received-request/received-request-items.ts';
import {
  EndingSchema,
  isOpen,
  ReceivedDeclineSchema,
  type ReceivedRequestState,
  ReceivedRequestStatusSchema,
  ReceivedRequisitionSchema,
} from '../../domain/received-request/received-request-state.ts';
import { AnswerSchema, ItemAnswerSchema } from '../../domain/request/answer.ts';
import { PlacedRequestSchema } from '../../domain/request/placed-request.ts';
import { RequestItemSchema } from '../../domain/request/request-item.ts';
import { PendingSchema } from './pending.ts';

/** This city's answer to one item, with the message that carried it: what a withdrawal names. */
const GivenAnswerSchema = AnswerSchema.omit({ items: true })
  .extend({ answer: ItemAnswerSchema })
  .meta({ id: 'GivenAnswer' });

/** An item that was asked for, and how far its answer is. */
const AskedItemSchema = z
  .strictObject({
    item: RequestItemSchema,
    /** `overdue`: nobody answered in time; it can still be answered. */
    progress: z.enum(['unanswered', 'overdue', 'answered']),
    given: GivenAnswerSchema.optional(),
  })
  .meta({ id: 'AskedItem' });

/** A partner's request as the duty room of the city that was asked sees it. */
export const ReceivedRequestViewSchema = z
  .strictObject({
    requestId: z.uuid(),
    from: CityCodeSchema,
    status: ReceivedRequestStatusSchema,
    agreementId: z.uuid(),
    exercise: z.boolean(),
    incident: IncidentSummarySchema,
    requestedBy: PlacedRequestSchema.shape.requestedBy,
    approvedBy: PlacedRequestSchema.shape.approvedBy,
    placedAt: InstantSchema,
    receivedAt: InstantSchema,
    replyBy: InstantSchema,
    /** Seconds left to answer what is unanswered, as of this reading; below zero when late, absent when nothing waits. */
    secondsToReply: z.int().optional(),
    items: z.array(AskedItemSchema),
    /** The offer of this city that was taken up, where the request came so. */
    fromOffer: z.uuid().optional(),
    requisitions: z.array(ReceivedRequisitionSchema),
    declines: z.array(ReceivedDeclineSchema),
    failures: z.array(MessageFailureSchema),
    ending: EndingSchema.optional(),
    archivedAt: InstantSchema.optional(),
  })
  .meta({ id: 'ReceivedRequest' });
export type ReceivedRequestView = z.infer<typeof ReceivedRequestViewSchema>;

/** A received request that was read, with what it waits for of this city. */
export const ReceivedRequestReadingSchema = ReceivedRequestViewSchema.extend({ pending: PendingSchema }).meta({
  id: 'ReceivedRequestReading',
});

const askedItems = (state: ReceivedRequestState): ReceivedRequestView['items'] => {
  const given = state.answers.flatMap(({ items, ...message }) => items.map((answer) => ({ ...message, answer })));
  return state.placed.items.map((item) => {
    const answer = given.find(({ answer: { itemId } }) => itemId === item.itemId);
    if (answer) return { item, progress: 'answered', given: answer };
    return { item, progress: state.lapsedItems.includes(item.itemId) ? 'overdue' : 'unanswered' };
  });
};

const secondsToReply = (state: ReceivedRequestState, now: Instant): number | undefined =>
  isOpen(state) && unansweredItems(state).length > 0
    ? Math.floor(millisecondsBetween(now, state.replyBy) / 1000)
    : undefined;

/** @returns the request with everything this city has answered to it. */
export const receivedRequestView = (state: ReceivedRequestState, now: Instant): ReceivedRequestView => {
  const { placed, status, receivedAt, replyBy, fromOffer, requisitions, declines, failures } = state;
  const { requestId, agreementId, exercise, incident, requestedBy, approvedBy, placedAt } = placed;
  const seconds = secondsToReply(state, now);
  return {
    requestId,
    from: requestedBy.city,
    status,
    agreementId,
    exercise,
    incident,
    requestedBy,
    approvedBy,
    placedAt,
    receivedAt,
    replyBy,
    ...(seconds === undefined ? {} : { secondsToReply: seconds }),
    items: askedItems(state),
    ...(fromOffer === undefined ? {} : { fromOffer }),
    requisitions,
    declines,
    failures,
    ...('ending' in state ? { ending: state.ending } : {}),
    ...('archivedAt' in state ? { archivedAt: state.archivedAt } : {}),
  };
};
