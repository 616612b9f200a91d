import type { Aggregate, NoticeDraft } from '../kernel/aggregate.ts';
import { named } from '../kernel/named.ts';
import type { Text } from '../kernel/text.ts';
import { decideQuestion } from './decide-question.ts';
import { evolveQuestion } from './evolve-question.ts';
import type { QuestionCommand } from './question-commands.ts';
import { type QuestionEvent, QuestionEventSchema } from './question-events.ts';
import { questionListings } from './question-listings.ts';
import { type QuestionState, QuestionStateSchema } from './question-state.ts';

const notice = (urgency: NoticeDraft['urgency'], zh: string, en: string): readonly NoticeDraft[] => [
  { urgency, text: { zh, en } },
];

const KINDS: Readonly<Record<QuestionState['question']['kind'], Text>> = {
  quote: { zh: '询价', en: 'a price' },
  information: { zh: '问询', en: 'information' },
};

/** The end that did not speak is told; both are told of a deadline that has passed. */
const notices = (event: QuestionEvent, state: QuestionState): readonly NoticeDraft[] => {
  const { side, asker, asked, question } = state;
  const { zh, en } = KINDS[question.kind];
  switch (event.type) {
    case 'questionAsked': {
      const { replyBy } = question;
      return side === 'asked'
        ? notice('routine', `${asker}发来${zh}，请于${replyBy}前答复。`, `${asker} asks for ${en}, by ${replyBy}.`)
        : [];
    }
    case 'questionAnswered':
      return side === 'asker' ? notice('routine', `${asked}已答复${zh}。`, `${asked} has answered about ${en}.`) : [];
    case 'questionWithdrawn':
      return side === 'asked'
        ? notice(
            'routine',
            `${asker}撤回了${zh}：${event.reason}`,
            `${asker} no longer asks for ${en}: ${event.reason}`,
          )
        : [];
    case 'questionOverdue':
      return notice(
        'urgent',
        `${asker}向${asked}的${zh}已过答复时限（${event.at}）。`,
        `${asker} asked ${asked} for ${en}; the answer was due at ${event.at}.`,
      );
    case 'questionMessageFailed': {
      const { city, reason } = event.failure;
      return notice(
        'urgent',
        `关于${zh}、发往${named('city', city)}的消息未被接受：${reason.zh}`,
        `A message to ${named('city', city)} about ${en} was not accepted: ${reason.en}`,
      );
    }
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
  listings: questionListings,
  notices,
  isExercise: (state) => state.question.exercise,
  authority: (state) => state.question.agreementId,
};
