import * as z from 'zod';
import { InstantSchema } from '../kernel/instant.ts';
import { wordsSchema } from '../kernel/words.ts';
import { endsAfterItBegins, needed } from '../request/request-item.ts';
import { CostsSchema } from '../vocabulary/costs.ts';

/** What a question may be about: something both cities know under this id. */
export const QuestionSubjectSchema = z
  .strictObject({ kind: z.enum(['request', 'deployment', 'offer']), id: z.uuid() })
  .meta({ id: 'QuestionSubject' });
export type QuestionSubject = z.infer<typeof QuestionSubjectSchema>;

/** One kind of resource whose price is asked, as people write it; nothing is asked for yet. */
export const QuoteItemDetailsSchema = endsAfterItBegins(z.strictObject(needed)).meta({ id: 'QuoteItemDetails' });

/** One kind of resource whose price is asked. */
const QuoteItemSchema = endsAfterItBegins(z.strictObject({ itemId: z.uuid(), ...needed })).meta({ id: 'QuoteItem' });
export type QuoteItem = z.infer<typeof QuoteItemSchema>;

export const questionWords = wordsSchema(4000);
const reasoned = { reason: wordsSchema(2000) };

const asking = {
  /** The RequestQuote or RequestInformation that carried it. */
  messageId: z.uuid(),
  agreementId: z.uuid(),
  about: QuestionSubjectSchema.optional(),
  askedAt: InstantSchema,
  /** When an answer is due. */
  replyBy: InstantSchema,
  exercise: z.boolean(),
};

/** A question as it travels: for a price, or for information. */
export const QuestionSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('quote'),
    ...asking,
    text: questionWords.optional(),
    items: z.array(QuoteItemSchema).min(1).max(50),
  }),
  z.strictObject({ kind: z.literal('information'), ...asking, text: questionWords }),
]);
export type Question = z.infer<typeof QuestionSchema>;
export type QuestionOf<K extends Question['kind']> = Extract<Question, { kind: K }>;

/** The price of one item, or why there is none. */
const ItemQuoteSchema = z
  .discriminatedUnion('response', [
    z.strictObject({ response: z.literal('accept'), itemId: z.uuid(), costs: CostsSchema }),
    z.strictObject({ response: z.literal('provisional'), itemId: z.uuid(), costs: CostsSchema, ...reasoned }),
    z.strictObject({ response: z.literal('decline'), itemId: z.uuid(), ...reasoned }),
  ])
  .meta({ id: 'ItemQuote' });
export type ItemQuote = z.infer<typeof ItemQuoteSchema>;

const quoted = { kind: z.literal('quote'), text: questionWords.optional(), quotes: z.array(ItemQuoteSchema).min(1) };
const informed = {
  kind: z.literal('information'),
  /** `decline`: the text says why the city will not or cannot tell. */
  response: z.enum(['accept', 'decline']),
  text: questionWords,
};
const replying = { messageId: z.uuid(), answeredAt: InstantSchema };

/** The answer as people write it. */
export const ReplyDetailsSchema = z
  .discriminatedUnion('kind', [z.strictObject(quoted), z.strictObject(informed)])
  .meta({ id: 'ReplyDetails' });
export type ReplyDetails = z.infer<typeof ReplyDetailsSchema>;

/** The answer as it travels. */
export const ReplySchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...quoted, ...replying }),
  z.strictObject({ ...informed, ...replying }),
]);
export type Reply = z.infer<typeof ReplySchema>;
export type ReplyOf<K extends Reply['kind']> = Extract<Reply, { kind: K }>;
