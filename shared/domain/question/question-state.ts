import * as z from 'zod';
import { type CityCode, CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { MessageFailureSchema } from '../kernel/message-failure.ts';
import type { Text } from '../kernel/text.ts';
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

/** Every status of a question, with what people read. */
export const QUESTION_STATUSES = {
  asked: { zh: '待答复', en: 'asked' },
  answered: { zh: '已答复', en: 'answered' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  undelivered: { zh: '未送达', en: 'not delivered' },
} as const satisfies Record<QuestionStatus, Text>;
export const QuestionStatusSchema = z
  .enum(Object.keys(QUESTION_STATUSES) as [QuestionStatus, ...QuestionStatus[]])
  .meta({ id: 'QuestionStatus' });

/** @returns the other city of a question. */
export const counterpartOf = ({ side, asker, asked }: QuestionState): CityCode => (side === 'asker' ? asked : asker);
