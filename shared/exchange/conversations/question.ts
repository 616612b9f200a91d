import { question } from '../../domain/question/question.ts';
import type { QuestionCommand } from '../../domain/question/question-commands.ts';
import type { QuestionEvent, QuestionEventOf } from '../../domain/question/question-events.ts';
import type { QuestionState } from '../../domain/question/question-state.ts';
import type { QuestionContext, QuestionMessage } from '../codecs/question-message.ts';
import {
  decodeInformationQuestion,
  encodeInformationQuestion,
  encodeInformationWithdrawal,
} from '../codecs/request-information.ts';
import { decodeQuoteQuestion, encodeQuoteQuestion, encodeQuoteWithdrawal } from '../codecs/request-quote.ts';
import { decodeInformationReply, encodeInformationReply } from '../codecs/response-to-request-information.ts';
import { decodeQuoteReply, encodeQuoteReply } from '../codecs/response-to-request-quote.ts';
import type { Conversation, Incoming, Outgoing } from '../conversation.ts';

type Asking = QuestionState['question'];

const addressed = (city: string, { agreementId }: Asking) => ({ to: [city], agreement: agreementId });

const ask = ({ question: asking, asked }: QuestionState, context: QuestionContext): Outgoing => {
  const common = { ...addressed(asked, asking), id: asking.messageId };
  return asking.kind === 'quote'
    ? { ...common, type: 'RequestQuote', body: encodeQuoteQuestion(asking, context) }
    : { ...common, type: 'RequestInformation', body: encodeInformationQuestion(asking, context) };
};

const withdraw = (
  event: QuestionEventOf<'questionWithdrawn'>,
  { question: asking, asked }: QuestionState,
  context: QuestionContext,
): Outgoing => {
  const common = { ...addressed(asked, asking), id: event.messageId };
  const withdrawal = { ...event, recalledMessageId: asking.messageId };
  return asking.kind === 'quote'
    ? { ...common, type: 'RequestQuote', body: encodeQuoteWithdrawal(withdrawal, asking, context) }
    : { ...common, type: 'RequestInformation', body: encodeInformationWithdrawal(withdrawal, asking, context) };
};

const reply = (
  { reply: said }: QuestionEventOf<'questionAnswered'>,
  { question: asking, asker }: QuestionState,
  context: QuestionContext,
): readonly Outgoing[] => {
  const common = { ...addressed(asker, asking), id: said.messageId };
  if (said.kind === 'quote' && asking.kind === 'quote')
    return [{ ...common, type: 'ResponseToRequestQuote', body: encodeQuoteReply(said, asking, context) }];
  if (said.kind === 'information' && asking.kind === 'information')
    return [{ ...common, type: 'ResponseToRequestInformation', body: encodeInformationReply(said, asking, context) }];
  return [];
};

const outgoing = (event: QuestionEvent, state: QuestionState, context: QuestionContext): readonly Outgoing[] => {
  if (state.side === 'asked') return event.type === 'questionAnswered' ? reply(event, state, context) : [];
  if (event.type === 'questionAsked') return [ask(state, context)];
  return event.type === 'questionWithdrawn' ? [withdraw(event, state, context)] : [];
};

const heard = (said: QuestionMessage<Asking>, { envelope, agreement }: Incoming): QuestionCommand => {
  const { from, conversation: id } = envelope;
  return said.kind === 'question'
    ? { type: 'receive', id, from, question: said.question, agreement }
    : { type: 'receive-withdrawal', from, ...said.withdrawal };
};

const incoming = (message: Incoming): QuestionCommand | undefined => {
  const { from } = message.envelope;
  switch (message.type) {
    case 'RequestQuote':
      return heard(decodeQuoteQuestion(message.body), message);
    case 'RequestInformation':
      return heard(decodeInformationQuestion(message.body), message);
    case 'ResponseToRequestQuote':
      return { type: 'receive-answer', from, reply: decodeQuoteReply(message.body) };
    case 'ResponseToRequestInformation':
      return { type: 'receive-answer', from, reply: decodeInformationReply(message.body) };
    default:
      return undefined;
  }
};

/** Questions for prices and for information, and their answers. */
export const questionConversation: Conversation<QuestionState, QuestionCommand, QuestionEvent> = {
  aggregate: question,
  outgoing,
  incoming,
};
