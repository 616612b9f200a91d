import type { QuestionEvent, QuestionEventOf } from './question-events.ts';
import type { QuestionState, QuestionStatus } from './question-state.ts';

const asked = ({ type: _type, ...event }: QuestionEventOf<'questionAsked'>): QuestionState => ({
  status: 'asked',
  ...event,
  failures: [],
});

const baseOf = ({ id, side, asker, asked: city, question, overdueSince, failures }: QuestionState) => ({
  id,
  side,
  asker,
  asked: city,
  question,
  failures,
  ...(overdueSince === undefined ? {} : { overdueSince }),
});

/** Messages that crossed are settled the same way at both ends: later in this order wins. */
const RANK: Readonly<Record<QuestionStatus, number>> = { asked: 0, undelivered: 0, withdrawn: 1, answered: 2 };

const settle = (before: QuestionState, after: QuestionState): QuestionState =>
  RANK[after.status] > RANK[before.status] ? after : before;

const failed = (state: QuestionState, { failure }: QuestionEventOf<'questionMessageFailed'>): QuestionState => {
  const failures = [...state.failures, failure];
  return failure.messageId === state.question.messageId
    ? { ...baseOf(state), status: 'undelivered', failures }
    : { ...state, failures };
};

/** @returns the state after an event; the same at both ends for everything the cities say to each other. */
export const evolveQuestion = (state: QuestionState | undefined, event: QuestionEvent): QuestionState => {
  if (event.type === 'questionAsked') return asked(event);
  if (state === undefined) throw new Error(`a question begins by being asked, not by ${event.type}`);
  switch (event.type) {
    case 'questionAnswered':
      return settle(state, { ...baseOf(state), status: 'answered', reply: event.reply });
    case 'questionWithdrawn':
      return settle(state, { ...baseOf(state), status: 'withdrawn', withdrawnAt: event.at, reason: event.reason });
    case 'questionOverdue':
      return { ...state, overdueSince: event.at };
    case 'questionMessageFailed':
      return failed(state, event);
  }
};
