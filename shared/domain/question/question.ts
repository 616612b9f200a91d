import type { Aggregate, NoticeDraft } from '../kernel/aggregate.ts';
import { failureNotice } from '../kernel/message-failure.ts';
import { named } from '../kernel/named.ts';
import { routine } from '../kernel/notice.ts';
import { decideQuestion } from './decide-question.ts';
import { evolveQuestion } from './evolve-question.ts';
import type { QuestionCommand } from './question-commands.ts';
import { questionDeadlines } from './question-deadlines.ts';
import { type QuestionEvent, QuestionEventSchema } from './question-events.ts';
import { QUESTION_KINDS } from './question-kinds.ts';
import { questionListings } from './question-listings.ts';
import { type QuestionState, QuestionStateSchema } from './question-state.ts';

/** The end that did not speak is told. */
const notices = (
  event: QuestionEvent,
  { side, question: asking, ...cities }: QuestionState,
): readonly NoticeDraft[] => {
  const [asker, asked] = [named('city', cities.asker), named('city', cities.asked)];
  const { zh, en } = QUESTION_KINDS[asking.kind];
  switch (event.type) {
    case 'questionAsked':
      return side === 'asked'
        ? [
            routine(
              `${asker}发来${zh}，请于${asking.replyBy}前答复。`,
              `${asker} asks for ${en}, by ${asking.replyBy}.`,
            ),
          ]
        : [];
    case 'questionAnswered':
      return side === 'asker' ? [routine(`${asked}已答复${zh}。`, `${asked} has answered about ${en}.`)] : [];
    case 'questionWithdrawn': {
      const { reason } = event;
      return side === 'asked'
        ? [routine(`${asker}撤回了${zh}：${reason}`, `${asker} no longer asks for ${en}: ${reason}`)]
        : [];
    }
    case 'questionOverdue':
      return [];
    case 'questionMessageFailed':
      return [failureNotice(event.failure, { zh, en })];
  }
};

/** A question one city asks another: for a price, or for information. */
export const question: Aggregate<QuestionState, QuestionCommand, QuestionEvent> = {
  kind: 'question',
  stateSchema: QuestionStateSchema,
  eventSchema: QuestionEventSchema,
  decide: decideQuestion,
  evolve: evolveQuestion,
  dueAt: (state) => (state.status === 'asked' && state.overdueSince === undefined ? state.question.replyBy : undefined),
  deadlines: questionDeadlines,
  listings: questionListings,
  notices,
  isExercise: (state) => state.question.exercise,
  cameOf: ({ question: { about } }) => about?.id,
  authority: (state) => state.question.agreementId,
};
