import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import { AnswerSchema } from '../request/answer.ts';
import { PlacedRequestSchema } from '../request/placed-request.ts';
import { CommitmentSchema, RequisitionSchema } from '../request/requisition.ts';
import { WarningColourSchema } from '../warning/warning-colour.ts';
import { AnswerWithdrawalSchema } from './answer-withdrawal.ts';
import { EndingSchema, PreAuthorisedItemSchema, ReceivedDeclineSchema } from './received-request-state.ts';

const [CommittedSchema, RefusedSchema] = CommitmentSchema.options;
const [, CancellationSchema, ConclusionSchema] = EndingSchema.options;

const received = {
  placed: PlacedRequestSchema,
  at: InstantSchema,
  replyBy: InstantSchema,
  replyWithinMinutes: z.int().positive(),
  preAuthorised: z.array(PreAuthorisedItemSchema),
};

/** What happens to a request that a partner city placed with this one. */
export const ReceivedRequestEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('requestReceived'), provider: CityCodeSchema, ...received }),
  /** The requester replaced the request; answers given before are void, but for those the events that follow give again. */
  z.strictObject({ type: z.literal('requestUpdated'), ...received, recalledMessageId: z.uuid() }),
  z.strictObject({ type: z.literal('requestCancelled'), ending: CancellationSchema }),
  z.strictObject({ type: z.literal('itemsAnswered'), answer: AnswerSchema }),
  /** Pre-authorised items for which no team was free: people decide. */
  z.strictObject({
    type: z.literal('automaticAnswerForgone'),
    itemIds: z.array(z.uuid()).min(1),
    /** What the city itself is warned of, where it is for that. */
    warning: z.strictObject({ colour: WarningColourSchema, headline: z.string() }).optional(),
    at: InstantSchema,
  }),
  /** What was kept back of these stock lines for this request is not needed any more. */
  z.strictObject({ type: z.literal('lotsFreed'), stockIds: z.array(z.uuid()).min(1) }),
  z.strictObject({ type: z.literal('answerWithdrawn'), withdrawal: AnswerWithdrawalSchema }),
  z.strictObject({ type: z.literal('answersDeclined'), decline: ReceivedDeclineSchema }),
  /** An offer of this city was taken up by a request that it had not seen. */
  z.strictObject({
    type: z.literal('requestOpenedByOffer'),
    provider: CityCodeSchema,
    placed: PlacedRequestSchema,
    originating: z.uuid(),
    offerId: z.uuid(),
    at: InstantSchema,
    replyWithinMinutes: z.int().positive(),
  }),
  z.strictObject({
    type: z.literal('requisitionReceived'),
    requisition: RequisitionSchema,
    at: InstantSchema,
    commitBy: InstantSchema,
    offerId: z.uuid().optional(),
  }),
  z.strictObject({
    type: z.literal('requisitionCommitted'),
    commitment: CommittedSchema,
    /** By team: who leads it, where the registry says so. Stays at home. */
    leaders: z.record(z.uuid(), z.string()),
  }),
  z.strictObject({ type: z.literal('requisitionRefused'), commitment: RefusedSchema, at: InstantSchema }),
  z.strictObject({ type: z.literal('deploymentEnded'), deploymentId: z.uuid(), at: InstantSchema }),
  z.strictObject({ type: z.literal('replyDeadlinePassed'), itemIds: z.array(z.uuid()).min(1), at: InstantSchema }),
  z.strictObject({ type: z.literal('receivedRequestConcluded'), ending: ConclusionSchema }),
  z.strictObject({ type: z.literal('receivedRequestArchived'), at: InstantSchema }),
  z.strictObject({ type: z.literal('receivedRequestMessageFailed'), failure: MessageFailureSchema }),
]);
export type ReceivedRequestEvent = z.infer<typeof ReceivedRequestEventSchema>;

/** An event of one type. */
export type ReceivedRequestEventOf<T extends ReceivedRequestEvent['type']> = Extract<ReceivedRequestEvent, { type: T }>;
