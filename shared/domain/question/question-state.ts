import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import { CostsSchema } from '../vocabulary/costs.ts';
import { PositionSchema } from '../vocabulary/position.ts';
import { CapabilityLevelSchema, ResourceKindSchema } from '../vocabulary/resource-kinds.ts';

/** What a question may be about: something both cities know under this id. */
export const QuestionSubjectSchema = z
  .strictObject({ kind: z.enum(['request', 'deployment', 'offer']), id: z.uuid() })
  .meta({ id: 'QuestionSubject' });
export type QuestionSubject = z.infer<typeof QuestionSubjectSchema>;

/** One kind of resource whose price is asked; nothing is asked for yet. */
export const QuoteItemSchema = z
  .strictObject({
    itemId: z.uuid(),
    kind: ResourceKindSchema,
    level: CapabilityLevelSchema,
    /** Teams. */
    quantity: z.int().min(1).max(100),
    mission: z.string().trim().min(1).max(2000),
    neededBy: InstantSchema,
    neededUntil: InstantSchema,
    reportingPoint: PositionSchema,
  })
  .refine((item) => item.neededBy < item.neededUntil, {
    path: ['neededUntil'],
    message: 'the mission must end after it begins',
  })
  .meta({ id: 'QuoteItem' });
export type QuoteItem = z.infer<typeof QuoteItemSchema>;

const words = z.string().trim().min(1).max(4000);
const asking = {
  /** The RequestQuote or RequestInformation that carried it. */
  messageId: z.uuid(),
  agreementId: z.uuid(),
  about: QuestionSubjectSchema.optional(),
  /** When an answer is due. */
  replyBy: InstantSchema,
  exercise: z.boolean(),
};

/** A question as it travels: for a price, or for information. */
export const QuestionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('quote'),
    ...asking,
    text: words.optional(),
    items: z.array(QuoteItemSchema).min(1).max(50),
  }),
  z.strictObject({ kind: z.literal('information'), ...asking, text: words }),
]);
export type Question = z.infer<typeof QuestionSchema>;

const reasoned = { reason: z.string().trim().min(1).max(2000) };

/** The price of one item, or why there is none. */
export const ItemQuoteSchema = z
  .discriminatedUnion('response', [
    z.strictObject({ response: z.literal('accept'), itemId: z.uuid(), costs: CostsSchema }),
    z.strictObject({ response: z.literal('provisional'), itemId: z.uuid(), costs: CostsSchema, ...reasoned }),
    z.strictObject({ response: z.literal('decline'), itemId: z.uuid(), ...reasoned }),
  ])
  .meta({ id: 'ItemQuote' });
export type ItemQuote = z.infer<typeof ItemQuoteSchema>;

/** The answer as it travels. A question for information is answered in words, or declined with a reason. */
export const ReplySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('quote'),
    messageId: z.uuid(),
    text: words.optional(),
    quotes: z.array(ItemQuoteSchema).min(1),
  }),
  z.strictObject({
    kind: z.literal('information'),
    messageId: z.uuid(),
    response: z.enum(['accept', 'decline']),
    text: words,
  }),
]);
export type Reply = z.infer<typeof ReplySchema>;

const base = {
  id: z.uuid(),
  /** Which end of the question this city is. */
  side: z.enum(['asker', 'asked']),
  asker: CityCodeSchema,
  asked: CityCodeSchema,
  question: QuestionSchema,
  askedAt: InstantSchema,
  /** When the deadline was found to have passed without an answer. */
  overdueSince: InstantSchema.optional(),
  failures: z.array(MessageFailureSchema),
};

/** A question as one city holds it; the other holds the same under the same id. */
export const QuestionStateSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('asked'), ...base }),
  z.strictObject({ status: z.literal('answered'), ...base, reply: ReplySchema, answeredAt: InstantSchema }),
  z.strictObject({ status: z.literal('withdrawn'), ...base, withdrawnAt: InstantSchema, reason: z.string() }),
  /** The partner's city refused the message, or it never got there. */
  z.strictObject({ status: z.literal('undelivered'), ...base }),
]);
export type QuestionState = z.infer<typeof QuestionStateSchema>;
export type QuestionStatus = QuestionState['status'];
