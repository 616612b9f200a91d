import type { ExecutingCell } from '../../shared/data/execute.ts';
import type { QuestionCommand } from '../../shared/domain/question/question-commands.ts';
import { QuestionCardSchema, questionList } from '../../shared/domain/question/question-listings.ts';
import { conversationsOf } from '../../shared/exchange/conversation.ts';
import { agreementConversation } from '../../shared/exchange/conversations/agreement.ts';
import { questionConversation } from '../../shared/exchange/conversations/question.ts';
import { questionRoutes as routes } from '../../shared/http/routes/questions.ts';
import { QuestionViewSchema, questionView } from '../../shared/http/views/question.ts';
import { commandRoute, listCards, loadOr404 } from '../../shared/lambda/aggregate-routes.ts';
import { implement } from '../../shared/lambda/bound-route.ts';
import { commandsOn } from '../../shared/lambda/commands-on.ts';
import { createHttpHandler, type HttpCell } from '../../shared/lambda/http-handler.ts';

const CONVERSATIONS = conversationsOf(questionConversation, agreementConversation);

export type QuestionsCell = HttpCell & ExecutingCell;

/** Questions for prices and for information. */
export const createHandler = (cell: QuestionsCell) => {
  const on = commandsOn(cell, CONVERSATIONS, {
    conversation: questionConversation,
    parameter: 'questionId',
    schema: QuestionViewSchema,
    view: questionView,
  });
  return createHttpHandler(cell, [
    implement(routes.listQuestions, async ({ query }) => ({
      body: await listCards(cell, questionList(query), query, QuestionCardSchema, { descending: true }),
    })),
    implement(routes.readQuestion, async ({ params }) => {
      const { state, row } = await loadOr404(cell, questionConversation, params.questionId);
      return { body: questionView(state), version: row.version };
    }),
    commandRoute(cell, CONVERSATIONS, routes.askQuestion, {
      conversation: questionConversation,
      target: cell.newId,
      alsoLoad: ({ body }) => [{ kind: 'agreement', id: body.agreementId }],
      command: ({ body }, others, id): QuestionCommand => ({
        type: 'ask',
        id,
        details: body,
        agreement: others.state(agreementConversation, body.agreementId),
      }),
      view: questionView,
    }),
    on(routes.answerQuestion, ({ body }) => ({ type: 'answer', details: body })),
    on(routes.withdrawQuestion, ({ body }) => ({ type: 'withdraw', ...body })),
  ]);
};
