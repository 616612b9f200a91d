import { SCOPE_REFUSALS, standingRefusal } from '../agreement/agreement-scope.ts';
import { type AgreementState, partnerOf } from '../agreement/agreement-state.ts';
import { AGREEMENT_USE_REFUSALS, exerciseRefusal } from '../agreement/agreement-use.ts';
import { accept, type Circumstances, type Decision, refuse } from '../kernel/decision.ts';
import { MINUTE_MS, plus } from '../kernel/instant.ts';
import type { Refusal } from '../kernel/refusal.ts';
import type { Question } from './question-and-reply.ts';
import type { AskQuestion, QuestionDetails, ReceiveQuestion } from './question-commands.ts';
import type { QuestionEvent } from './question-events.ts';
import { QUESTION_REFUSALS as REFUSALS } from './question-refusals.ts';

/** @returns why this cannot be asked under the agreement now. Information may be asked whatever it is about. */
const scopeRefusal = (
  agreement: AgreementState,
  asked: Question | QuestionDetails,
  now: string,
): Refusal | undefined => {
  const standing = exerciseRefusal(agreement, asked.exercise) ?? standingRefusal(agreement, now);
  if (standing || asked.kind === 'information') return standing;
  const { title, resourceKinds } = agreement.terms;
  const excluded = asked.items.find(({ kind }) => !resourceKinds.includes(kind));
  return excluded && { reason: SCOPE_REFUSALS.kindOutOfScope, parameters: { title, kind: excluded.kind } };
};

const questionOf = (
  { replyBy, ...details }: QuestionDetails,
  { terms }: AgreementState,
  { now, newId }: Circumstances,
): Question => {
  const asking = {
    messageId: newId(),
    askedAt: now,
    replyBy: replyBy ?? plus(now, terms.replyWithinMinutes * MINUTE_MS),
  };
  return details.kind === 'quote'
    ? { ...details, ...asking, items: details.items.map((item) => ({ ...item, itemId: newId() })) }
    : { ...details, ...asking };
};

/** This city asks the partner of the agreement. */
export const decideAsk = (
  { id, details, agreement }: AskQuestion,
  circumstances: Circumstances,
): Decision<QuestionEvent> => {
  const { now, city } = circumstances;
  const { agreementId, replyBy } = details;
  if (!agreement) return refuse(AGREEMENT_USE_REFUSALS.notFound, { agreement: agreementId }, '/agreementId');
  const refusal = scopeRefusal(agreement, details, now);
  if (refusal) return { accepted: false, refusal };
  if (replyBy !== undefined && replyBy <= now) return refuse(REFUSALS.deadlinePassed, { replyBy, now }, '/replyBy');
  return accept({
    type: 'questionAsked',
    id,
    side: 'asker',
    asker: city,
    asked: partnerOf(agreement, city),
    question: questionOf(details, agreement, circumstances),
  });
};

/** A partner asks; what the agreement does not cover is refused. */
export const decideReceive = (
  { id, from, question, agreement }: ReceiveQuestion,
  { now, city }: Circumstances,
): Decision<QuestionEvent> => {
  if (!agreement) return refuse(AGREEMENT_USE_REFUSALS.notFound, { agreement: question.agreementId });
  const refusal = scopeRefusal(agreement, question, now);
  if (refusal) return { accepted: false, refusal };
  return accept({ type: 'questionAsked', id, side: 'asked', asker: from, asked: city, question });
};
