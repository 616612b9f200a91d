import * as z from 'zod';
import { CityCodeSchema } from '../../domain/kernel/city-code.ts';
import { InstantSchema } from '../../domain/kernel/instant.ts';
import { MessageFailureSchema } from '../../domain/kernel/message-failure.ts';
import { TextSchema } from '../../domain/kernel/text.ts';
import { QuestionSchema, ReplySchema } from '../../domain/question/question-and-reply.ts';
import { QuestionSideSchema, type QuestionState } from '../../domain/question/question-state.ts';
import { QUESTION_STATUSES, QuestionStatusSchema } from '../../domain/question/question-status.ts';

/** A question as either end sees it, with its answer once there is one. */
export const QuestionViewSchema = z
  .strictObject({
    questionId: z.uuid(),
    side: QuestionSideSchema,
    status: QuestionStatusSchema,
    statusText: TextSchema,
    asker: CityCodeSchema,
    asked: CityCodeSchema,
    question: QuestionSchema,
    overdueSince: InstantSchema.optional(),
    reply: ReplySchema.optional(),
    withdrawal: z.strictObject({ reason: z.string(), at: InstantSchema }).optional(),
    /** Messages of this city about it that the other did not take. */
    failures: z.array(MessageFailureSchema),
  })
  .meta({ id: 'Question' });
export type QuestionView = z.infer<typeof QuestionViewSchema>;

/** @returns the question as it is shown. */
export const questionView = (state: QuestionState): QuestionView => {
  const { id, side, status, asker, asked, question, overdueSince, failures } = state;
  return {
    questionId: id,
    side,
    status,
    statusText: QUESTION_STATUSES[status],
    asker,
    asked,
    question,
    ...(overdueSince === undefined ? {} : { overdueSince }),
    ...(state.status === 'answered' ? { reply: state.reply } : {}),
    ...(state.status === 'withdrawn' ? { withdrawal: { reason: state.reason, at: state.withdrawnAt } } : {}),
    failures,
  };
};
