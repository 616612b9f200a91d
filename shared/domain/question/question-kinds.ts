import type { Text } from '../kernel/text.ts';
import type { Question } from './question-and-reply.ts';

/** What is asked for, in words. */
export const QUESTION_KINDS: Readonly<Record<Question['kind'], Text>> = {
  quote: { zh: '询价', en: 'a price' },
  information: { zh: '问询', en: 'information' },
};
