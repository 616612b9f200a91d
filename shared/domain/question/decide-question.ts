import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { decideAsk, decideReceive } from './ask-question.ts';
import type { QuoteItem } from './question-and-reply.ts';
import type { QuestionCommand, QuestionCommandOf } from './question-commands.ts';
import type { QuestionEvent } from './question-events.ts';
import { QUESTION_REFUSALS as REFUSALS } from './question-refusals.ts';
import { counterpartOf, type QuestionSide, type QuestionState } from './question-state.ts';

type LaterCommand = Exclude<QuestionCommand, { type: 'ask' | 'receive' }>;

type Decide<T extends LaterCommand['type']> = (
  state: QuestionState,
  command: QuestionCommandOf<T>,
  circumstances: Circumstances,
) => Decision<QuestionEvent>;

const whileAsked = ({ status }: QuestionState, event: QuestionEvent): Decision<QuestionEvent> =>
  status === 'asked' ? accept(event) : refuse(REFUSALS.notOpen, { status });

const coversEach = (items: readonly QuoteItem[], quotes: readonly { readonly itemId: string }[]): boolean =>
  items.length === quotes.length && items.every(({ itemId }) => quotes.some((quote) => quote.itemId === itemId));

const answer: Decide<'answer'> = (state, { details }, { now, newId }) => {
  const { question } = state;
  if (details.kind !== question.kind) return refuse(REFUSALS.wrongKind, {}, '/kind');
  if (question.kind === 'quote' && details.kind === 'quote' && !coversEach(question.items, details.quotes))
    return refuse(REFUSALS.itemsDiffer, {}, '/quotes');
  return whileAsked(state, { type: 'questionAnswered', reply: { ...details, messageId: newId(), answeredAt: now } });
};

/** An answer counts even when the question was withdrawn meanwhile: it is worth more. */
const receiveAnswer: Decide<'receive-answer'> = ({ question }, { reply }) =>
  reply.kind === question.kind ? accept({ type: 'questionAnswered', reply }) : refuse(REFUSALS.wrongKind);

const withdraw: Decide<'withdraw'> = (state, { reason }, { now, newId }) =>
  whileAsked(state, { type: 'questionWithdrawn', messageId: newId(), reason, at: now });

const receiveWithdrawal: Decide<'receive-withdrawal'> = (_state, { messageId, reason, at }) =>
  accept({ type: 'questionWithdrawn', messageId, reason, at });

const clockRanOut: Decide<'clock-ran-out'> = ({ status, question, overdueSince }, _command, { now }) =>
  status === 'asked' && overdueSince === undefined && question.replyBy <= now
    ? accept({ type: 'questionOverdue', at: question.replyBy })
    : accept();

const messageFailed: Decide<'message-failed'> = (_state, { type: _type, ...failure }, { now }) =>
  accept({ type: 'questionMessageFailed', failure: { ...failure, at: now } });

const DECISIONS: {
  readonly [T in LaterCommand['type']]: { readonly at: QuestionSide | 'both'; readonly decide: Decide<T> };
} = {
  answer: { at: 'asked', decide: answer },
  'receive-answer': { at: 'asker', decide: receiveAnswer },
  withdraw: { at: 'asker', decide: withdraw },
  'receive-withdrawal': { at: 'asked', decide: receiveWithdrawal },
  'clock-ran-out': { at: 'both', decide: clockRanOut },
  'message-failed': { at: 'both', decide: messageFailed },
};

const decideLater = <T extends LaterCommand['type']>(
  type: T,
  state: QuestionState,
  command: QuestionCommandOf<T>,
  circumstances: Circumstances,
): Decision<QuestionEvent> => {
  const { at, decide } = DECISIONS[type];
  if ('from' in command && command.from !== counterpartOf(state))
    return refuse(REFUSALS.notParty, { city: String(command.from) });
  if (at !== 'both' && at !== state.side) return refuse(REFUSALS.wrongSide, { city: state[at] });
  return decide(state, command, circumstances);
};

/** Decides on any command. */
export const decideQuestion = (
  state: QuestionState | undefined,
  command: QuestionCommand,
  circumstances: Circumstances,
): Decision<QuestionEvent> => {
  if (command.type === 'ask' || command.type === 'receive') {
    if (state) return refuse(REFUSALS.alreadyAsked);
    return command.type === 'ask' ? decideAsk(command, circumstances) : decideReceive(command, circumstances);
  }
  return state ? decideLater(command.type, state, command, circumstances) : refuse(REFUSALS.notFound);
};
