import * as z from 'zod';
import { IncidentSummarySchema } from '../incident/incident-summary.ts';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import { PersonReferenceSchema } from '../kernel/person-reference.ts';
import { NamedPlanSchema } from '../plan/named-plan.ts';
import { AnswerWithdrawalSchema } from '../received-request/answer-withdrawal.ts';
import { AnswerSchema } from './answer.ts';
import { DispatchSchema, ItemTaskSchema } from './own-help.ts';
import { PlacementSchema } from './placement.ts';
import { RequestItemSchema } from './request-item.ts';
import { CommitmentSchema } from './requisition.ts';
import { RequisitionRecordSchema } from './requisition-record.ts';

const at = InstantSchema;
const done = { by: PersonReferenceSchema, at };
const city = CityCodeSchema;
const items = z.array(RequestItemSchema).min(1);
const failure = MessageFailureSchema;

/** A message to a partner that recalls the request as it had been sent. */
const RecallSchema = z.strictObject({ city, messageId: z.uuid(), recalledMessageId: z.uuid() });
export type Recall = z.infer<typeof RecallSchema>;

const awaiting = RequisitionRecordSchema.options[0];

const event = <T extends string, S extends z.core.$ZodLooseShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** What can happen to a request. */
export const RequestEventSchema = z.discriminatedUnion('type', [
  event('requestDrafted', {
    requestId: z.uuid(),
    requester: city,
    incident: IncidentSummarySchema,
    exercise: z.boolean(),
    items,
    plan: NamedPlanSchema.optional(),
    ...done,
  }),
  event('requestRevised', { items, ...done }),
  event('requestSentBack', { reason: z.string(), ...done }),
  event('requestApproved', done),
  event('requestPlaced', { placements: z.array(PlacementSchema.options[0]).min(1), ...done }),
  event('ownTeamsDispatched', {
    dispatches: z.array(DispatchSchema).min(1),
    /** Who leads each team, by its id. */
    leaders: z.record(z.uuid(), z.string()),
    ...done,
  }),
  /** Agencies were sent a task for an item, or what becomes of it has changed. */
  event('itemTaskNoted', { task: ItemTaskSchema, at }),
  event('requestUpdated', { items, recalls: z.array(RecallSchema.extend({ replyBy: at })), ...done }),
  event('requestCancelled', { reason: z.string(), recalls: z.array(RecallSchema), ...done }),
  event('answerReceived', {
    city,
    answer: AnswerSchema,
    /** It answers the request as it was before an update, and counts for nothing. */
    outdated: z.boolean(),
  }),
  event('answerWithdrawn', { city, withdrawal: AnswerWithdrawalSchema }),
  event('answerDeclined', { city, messageId: z.uuid(), reason: z.string(), ...done }),
  event('teamsRequisitioned', { records: z.array(awaiting).min(1) }),
  /** An unsolicited offer was taken up: a request made for it, approved and requisitioned in one. */
  event('offerTakenUp', {
    requestId: z.uuid(),
    requester: city,
    offerId: z.uuid(),
    incident: IncidentSummarySchema,
    exercise: z.boolean(),
    item: RequestItemSchema,
    placement: PlacementSchema.options[1],
    record: awaiting,
    ...done,
  }),
  event('commitmentReceived', { city, commitment: CommitmentSchema, at }),
  event('deploymentEnded', { deploymentId: z.uuid(), at }),
  event('followUpRecorded', { satisfaction: z.int(), words: z.string(), ...done }),
  event('requestClosed', {
    /** Partners whose answers were not taken up, and are told so. */
    declined: z.array(z.strictObject({ city, messageId: z.uuid() })),
    /** Partners that need not answer any more. */
    recalls: z.array(RecallSchema),
    ...done,
  }),
  event('replyDeadlinePassed', { cities: z.array(city).min(1), at }),
  event('commitDeadlinePassed', { requisitionIds: z.array(z.uuid()).min(1), at }),
  event('placementRefused', { failure }),
  event('requisitionNotTaken', { requisitionId: z.uuid(), failure }),
  /** A recall or a declined answer did not reach the partner. */
  event('messageNotTaken', { failure }),
  event('requestLapsed', { at }),
  event('requestUnableToFill', { at }),
  event('itemsUnableToFill', { itemIds: z.array(z.uuid()).min(1), at }),
]);
export type RequestEvent = z.infer<typeof RequestEventSchema>;
export type RequestEventOf<T extends RequestEvent['type']> = Extract<RequestEvent, { type: T }>;
