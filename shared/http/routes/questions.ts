import * as z from 'zod';
import { wordsSchema } from '../../domain/kernel/words.ts';
import { ReplyDetailsSchema } from '../../domain/question/question-and-reply.ts';
import { QuestionDetailsSchema } from '../../domain/question/question-commands.ts';
import { QuestionCardSchema } from '../../domain/question/question-listings.ts';
import { QuestionSideSchema } from '../../domain/question/question-state.ts';
import { QuestionStatusSchema } from '../../domain/question/question-status.ts';
import { pageOf, pageQuery } from '../cursor.ts';
import { READERS, STEERING } from '../roles.ts';
import { route } from '../route.ts';
import { QuestionViewSchema } from '../views/question.ts';

const params = z.strictObject({ questionId: z.uuid() });

/** Questions for prices and for information, asked by this city and asked of it. */
export const questionRoutes = {
  listQuestions: route({
    operationId: 'listQuestions',
    method: 'GET',
    path: '/v1/questions',
    tag: 'questions',
    summary: { zh: '按方向、状态查询询价与问询，新的在前', en: 'Questions by side and status, latest first' },
    access: READERS,
    query: z.strictObject({
      side: QuestionSideSchema.optional(),
      status: QuestionStatusSchema.optional(),
      ...pageQuery,
    }),
    success: { status: 200, body: pageOf(QuestionCardSchema) },
  }),
  askQuestion: route({
    operationId: 'askQuestion',
    method: 'POST',
    path: '/v1/questions',
    tag: 'questions',
    summary: { zh: '依协议向伙伴询价或问询', en: 'Ask the partner of an agreement for prices or information' },
    access: STEERING,
    body: QuestionDetailsSchema,
    success: { status: 201, body: QuestionViewSchema },
  }),
  readQuestion: route({
    operationId: 'readQuestion',
    method: 'GET',
    path: '/v1/questions/{questionId}',
    tag: 'questions',
    summary: { zh: '查看询价或问询', en: 'Read a question' },
    access: READERS,
    params,
    success: { status: 200, body: QuestionViewSchema },
  }),
  answerQuestion: route({
    operationId: 'answerQuestion',
    method: 'POST',
    path: '/v1/questions/{questionId}/answer',
    tag: 'questions',
    summary: { zh: '被询方：报价或答复', en: 'Asked: answer with prices, or in words' },
    access: STEERING,
    params,
    body: ReplyDetailsSchema,
    ifMatch: 'optional',
    success: { status: 200, body: QuestionViewSchema },
  }),
  withdrawQuestion: route({
    operationId: 'withdrawQuestion',
    method: 'POST',
    path: '/v1/questions/{questionId}/withdrawal',
    tag: 'questions',
    summary: { zh: '询问方：撤回', en: 'Asker: withdraw a question' },
    access: STEERING,
    params,
    body: z.strictObject({ reason: wordsSchema(2000) }),
    ifMatch: 'optional',
    success: { status: 200, body: QuestionViewSchema },
  }),
} as const;
