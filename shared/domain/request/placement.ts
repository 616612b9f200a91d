import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import { ResourceKindSchema } from '../vocabulary/resource-kinds.ts';
import { type ItemAnswer, ItemAnswerSchema } from './answer.ts';

/** A partner's answer to one item, with the message that brought it. */
const ReceivedAnswerSchema = z
  .strictObject({
    messageId: z.uuid(),
    answeredAt: InstantSchema,
    /** Whether a pre-authorisation gave it, and no person. */
    automatic: z.boolean(),
    answer: ItemAnswerSchema,
  })
  .meta({ id: 'ReceivedAnswer' });
export type ReceivedAnswer = z.infer<typeof ReceivedAnswerSchema>;

const placed = {
  city: CityCodeSchema,
  agreementId: z.uuid(),
  /** The RequestResource that began the conversation with this partner. */
  firstMessageId: z.uuid(),
  /** The RequestResource that holds the request as it stands: the first, or its latest update. */
  messageId: z.uuid(),
  placedAt: InstantSchema,
  replyBy: InstantSchema,
  /** When that deadline passed with something unanswered; it passes once, whatever the partner says or takes back later. */
  lapsedAt: InstantSchema.optional(),
  /** Reply deadline of the agreement, minutes; an update starts it anew, and a requisition has as long to be committed. */
  replyWithinMinutes: z.int().positive(),
  /** Resource kinds the agreement covered when the request was placed; an update stays within them. */
  covers: z.array(ResourceKindSchema),
  /** At most one for each item; items are answered together or one by one. */
  answers: z.array(ReceivedAnswerSchema),
};

/** A request as it stands with one partner. */
export const PlacementSchema = z
  .discriminatedUnion('status', [
    /** Some item is without an answer, and there is time. */
    z.strictObject({ status: z.literal('awaiting'), ...placed }),
    z.strictObject({ status: z.literal('answered'), ...placed }),
    /** The deadline passed before every item was answered; what was answered, or is answered yet, counts. */
    z.strictObject({ status: z.literal('lapsed'), ...placed, lapsedAt: InstantSchema }),
    /** The partner took back everything it had answered. */
    z.strictObject({ status: z.literal('withdrawn'), ...placed, reason: z.string(), withdrawnAt: InstantSchema }),
    /** We will not take up what the partner offered, and told it so. */
    z.strictObject({ status: z.literal('turned-down'), ...placed, reason: z.string(), turnedDownAt: InstantSchema }),
    /** The partner's exchange did not let the request in, or it could not be delivered. */
    z.strictObject({
      status: z.literal('refused-by-exchange'),
      ...placed,
      failure: MessageFailureSchema,
    }),
  ])
  .meta({ id: 'Placement' });
export type Placement = z.infer<typeof PlacementSchema>;

/** An answer that promises teams. */
export type PromisingAnswer = Exclude<ItemAnswer, { response: 'decline' }>;

/** @returns whether what this partner answered can still be taken up. */
export const isTakeable = ({ status }: Placement): boolean =>
  status === 'awaiting' || status === 'answered' || status === 'lapsed';

/** @returns whether the partner still has the request: an update or a cancellation must reach it. */
export const isWithPartner = ({ status }: Placement): boolean =>
  status !== 'turned-down' && status !== 'refused-by-exchange';

/** @returns the partner's promise for an item, if it made one that can still be taken up. */
export const promiseOf = (
  placement: Placement,
  itemId: string,
): (ReceivedAnswer & { answer: PromisingAnswer }) | undefined => {
  const received = placement.answers.find(({ answer }) => answer.itemId === itemId);
  return isTakeable(placement) && received && isPromising(received) ? received : undefined;
};

const isPromising = (received: ReceivedAnswer): received is ReceivedAnswer & { answer: PromisingAnswer } =>
  received.answer.response !== 'decline';
