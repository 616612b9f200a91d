import * as z from 'zod';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import { QuestionSchema, ReplySchema } from './question-and-reply.ts';
import { QuestionSideSchema } from './question-state.ts';

/** What happens to a question; what one city says and the other hears is the same event at both ends. */
export const QuestionEventSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('questionAsked'),
    id: z.uuid(),
    side: QuestionSideSchema,
    asker: CityCodeSchema,
    asked: CityCodeSchema,
    question: QuestionSchema,
  }),
  z.strictObject({ type: z.literal('questionAnswered'), reply: ReplySchema }),
  z.strictObject({
    type: z.literal('questionWithdrawn'),
    messageId: z.uuid(),
    reason: z.string(),
    at: InstantSchema,
  }),
  z.strictObject({ type: z.literal('questionOverdue'), at: InstantSchema }),
  z.strictObject({ type: z.literal('questionMessageFailed'), failure: MessageFailureSchema }),
]);
export type QuestionEvent = z.infer<typeof QuestionEventSchema>;
export type QuestionEventOf<T extends QuestionEvent['type']> = Extract<QuestionEvent, { type: T }>;
