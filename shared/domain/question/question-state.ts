import * as z from 'zod';
import { type CityCode, CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import { QuestionSchema, ReplySchema } from './question-and-reply.ts';

/** Which end of a question a city is. */
export const QuestionSideSchema = z.enum(['asker', 'asked']).meta({ id: 'QuestionSide' });
export type QuestionSide = z.infer<typeof QuestionSideSchema>;

const base = {
  id: z.uuid(),
  side: QuestionSideSchema,
  asker: CityCodeSchema,
  asked: CityCodeSchema,
  question: QuestionSchema,
  /** When the deadline was found to have passed without an answer; a late one is still taken. */
  overdueSince: InstantSchema.optional(),
  failures: z.array(MessageFailureSchema),
};

/** A question as one city holds it; the other holds the same under the same id. */
export const QuestionStateSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('asked'), ...base }),
  z.strictObject({ status: z.literal('answered'), ...base, reply: ReplySchema }),
  z.strictObject({ status: z.literal('withdrawn'), ...base, withdrawnAt: InstantSchema, reason: z.string() }),
  /** The partner's city refused the message, or it never got there. */
  z.strictObject({ status: z.literal('undelivered'), ...base }),
]);
export type QuestionState = z.infer<typeof QuestionStateSchema>;
export type QuestionStatus = QuestionState['status'];

/** @returns the other city of a question. */
export const counterpartOf = ({ side, asker, asked }: QuestionState): CityCode => (side === 'asker' ? asked : asker);
