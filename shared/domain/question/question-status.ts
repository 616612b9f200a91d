import * as z from 'zod';
import type { Text } from '../kernel/text.ts';
import type { QuestionStatus } from './question-state.ts';

/** Every status of a question, with what people read. */
export const QUESTION_STATUSES = {
  asked: { zh: '待答复', en: 'asked' },
  answered: { zh: '已答复', en: 'answered' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  undelivered: { zh: '未送达', en: 'not delivered' },
} as const satisfies Record<QuestionStatus, Text>;
export const QuestionStatusSchema = z
  .enum(Object.keys(QUESTION_STATUSES) as [QuestionStatus, ...QuestionStatus[]])
  .meta({ id: 'QuestionStatus' });
