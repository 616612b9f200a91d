import * as z from 'zod';
import type { Listing } from '../kernel/aggregate.ts';
import { CityCodeSchema } from '../kernel/city-code.ts';
import { InstantSchema } from '../kernel/instant.ts';
import { listName } from '../kernel/list-name.ts';
import { QuestionSubjectSchema } from './question-and-reply.ts';
import { type QuestionSide, QuestionSideSchema, type QuestionState, type QuestionStatus } from './question-state.ts';
import { QuestionStatusSchema } from './question-status.ts';

/** What lists show of a question. */
export const QuestionCardSchema = z
  .strictObject({
    questionId: z.uuid(),
    kind: z.enum(['quote', 'information']),
    side: QuestionSideSchema,
    status: QuestionStatusSchema,
    asker: CityCodeSchema,
    asked: CityCodeSchema,
    text: z.string().optional(),
    about: QuestionSubjectSchema.optional(),
    askedAt: InstantSchema,
    replyBy: InstantSchema,
    overdue: z.boolean(),
    exercise: z.boolean(),
  })
  .meta({ id: 'QuestionCard' });
type QuestionCard = z.infer<typeof QuestionCardSchema>;

/** What a list of questions may be narrowed to. */
export interface QuestionFilter {
  readonly side?: QuestionSide | undefined;
  readonly status?: QuestionStatus | undefined;
}

/** @returns the name of the list that holds exactly what the filter asks for. */
export const questionList = ({ side, status }: QuestionFilter): string => listName('question', { side, status });

const cardOf = (state: QuestionState): QuestionCard => {
  const { id, side, status, asker, asked, question } = state;
  const { kind, text, about, askedAt, replyBy, exercise } = question;
  const overdue = status === 'asked' && state.overdueSince !== undefined;
  return { questionId: id, kind, side, status, asker, asked, text, about, askedAt, replyBy, overdue, exercise };
};

/** @returns the rows by which a question is found, in order of being asked. */
export const questionListings = (state: QuestionState): readonly Listing[] => {
  const { id, side, status, question } = state;
  const sort = `${question.askedAt}#${id}`;
  return [{}, { side }, { status }, { side, status }].map((filter) => ({
    list: questionList(filter),
    sort,
    card: cardOf(state),
  }));
};
