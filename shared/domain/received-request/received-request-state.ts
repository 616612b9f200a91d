import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import { AnswerSchema } from '../request/answer.ts';
import { PlacedRequestSchema } from '../request/placed-request.ts';
import { CommitmentSchema, RequisitionSchema } from '../request/requisition.ts';

const [CommittedSchema, RefusedSchema] = CommitmentSchema.options;

const requisition = {
  requisition: RequisitionSchema,
  receivedAt: InstantSchema,
  /** By when the city should commit or refuse. */
  commitBy: InstantSchema,
};

/** A deployment of a team or of goods that a commitment began; `endedAt` once it is home, delivered, or was called off. */
const BegunDeploymentSchema = z
  .strictObject({
    deploymentId: z.uuid(),
    teamId: z.uuid().optional(),
    stockId: z.uuid().optional(),
    endedAt: InstantSchema.optional(),
  })
  .meta({ id: 'BegunDeployment' });

/** A partner's requisition and what this city answered to it. */
export const ReceivedRequisitionSchema = z
  .discriminatedUnion('status', [
    z.strictObject({ status: z.literal('pending'), ...requisition }),
    z.strictObject({
      status: z.literal('committed'),
      ...requisition,
      commitment: CommittedSchema,
      deployments: z.array(BegunDeploymentSchema).min(1),
    }),
    z.strictObject({ status: z.literal('refused'), ...requisition, commitment: RefusedSchema }),
  ])
  .meta({ id: 'ReceivedRequisition' });
export type ReceivedRequisition = z.infer<typeof ReceivedRequisitionSchema>;

/** The requester will not take up what was promised for these items; the teams are free to go elsewhere. */
export const ReceivedDeclineSchema = z
  .strictObject({ messageId: z.uuid(), reason: z.string(), itemIds: z.array(z.uuid()), at: InstantSchema })
  .meta({ id: 'ReceivedDecline' });

/** An item that the agreement lets be accepted without asking, while nobody has. */
export const PreAuthorisedItemSchema = z.strictObject({
  itemId: z.uuid(),
  /** Teams of this kind that the agreement pre-authorises at any one time. */
  quantity: z.int().positive(),
});
export type PreAuthorisedItem = z.infer<typeof PreAuthorisedItemSchema>;

const base = {
  placed: PlacedRequestSchema,
  /** The city asked: this one. */
  provider: CityCodeSchema,
  /** What the conversation goes back to: the request as first placed, or the offer that was taken up. */
  originating: z.uuid(),
  receivedAt: InstantSchema,
  replyBy: InstantSchema,
  /** What the agreement gives for an answer, minutes. */
  replyWithinMinutes: z.int().positive(),
  /** The offer taken up, where the request came with its requisition. */
  fromOffer: z.uuid().optional(),
  /** Answers given and not withdrawn, in order. Each is about other items. */
  answers: z.array(AnswerSchema),
  /** Items about to be answered by themselves. */
  preAuthorised: z.array(PreAuthorisedItemSchema),
  /** Items that nobody answered in time. */
  lapsedItems: z.array(z.uuid()),
  declines: z.array(ReceivedDeclineSchema),
  requisitions: z.array(ReceivedRequisitionSchema),
  failures: z.array(MessageFailureSchema),
};

const LapseSchema = z.strictObject({ outcome: z.literal('lapsed'), at: InstantSchema });
const CancellationSchema = z.strictObject({
  outcome: z.literal('cancelled'),
  messageId: z.uuid(),
  reason: z.string(),
  at: InstantSchema,
});
const ConclusionSchema = z.strictObject({
  outcome: z.enum(['missions-ended', 'declined', 'not-taken-up']),
  at: InstantSchema,
});

/** How a request ended: unanswered; withdrawn; all teams home; declined by the requester; or promised and never called for. */
export const EndingSchema = z
  .discriminatedUnion('outcome', [LapseSchema, CancellationSchema, ConclusionSchema])
  .meta({ id: 'ReceivedRequestEnding' });
export type Ending = z.infer<typeof EndingSchema>;

/** A partner city's request as this city holds it, under the id it has at the partner. */
export const ReceivedRequestStateSchema = z.discriminatedUnion('status', [
  /** Some items wait for an answer, and nothing has been requisitioned. */
  z.strictObject({ status: z.literal('received'), ...base }),
  /** No item waits any more, and nothing has been requisitioned. */
  z.strictObject({ status: z.literal('answered'), ...base }),
  /** A requisition waits for a commitment. */
  z.strictObject({ status: z.literal('requisitioned'), ...base }),
  /** Teams are committed, and no requisition waits. */
  z.strictObject({ status: z.literal('committed'), ...base }),
  z.strictObject({ status: z.literal('lapsed'), ...base, ending: LapseSchema }),
  z.strictObject({ status: z.literal('cancelled'), ...base, ending: CancellationSchema }),
  z.strictObject({ status: z.literal('concluded'), ...base, ending: ConclusionSchema }),
  z.strictObject({ status: z.literal('archived'), ...base, ending: EndingSchema, archivedAt: InstantSchema }),
]);
export type ReceivedRequestState = z.infer<typeof ReceivedRequestStateSchema>;

export const ReceivedRequestStatusSchema = z
  .enum(ReceivedRequestStateSchema.options.map(({ shape }) => shape.status.value))
  .meta({ id: 'ReceivedRequestStatus' });
export type ReceivedRequestStatus = z.infer<typeof ReceivedRequestStatusSchema>;

/** A request that is still going on. */
export type OpenReceivedRequest = Extract<
  ReceivedRequestState,
  { status: 'received' | 'answered' | 'requisitioned' | 'committed' }
>;

/** @returns whether it is still going on. */
export const isOpen = (state: ReceivedRequestState): state is OpenReceivedRequest => !('ending' in state);

/** @returns whether it cannot go on in any way; what lapsed or was concluded can, when the requester comes back to it. */
export const isFinal = ({ status }: ReceivedRequestState): boolean => status === 'cancelled' || status === 'archived';
