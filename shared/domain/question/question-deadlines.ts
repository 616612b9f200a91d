import type { CityRules } from '../deadline/city-rules.ts';
import type { OpenDeadline } from '../deadline/open-deadline.ts';
import { waiting } from '../deadline/waiting.ts';
import { named } from '../kernel/named.ts';
import { QUESTION_KINDS } from './question-kinds.ts';
import type { QuestionState } from './question-state.ts';

/** @returns the reply that a question waits for, as either city sees it; a late one is still taken. */
export const questionDeadlines = (
  { status, side, asker, asked, question }: QuestionState,
  rules: CityRules,
): readonly OpenDeadline[] => {
  if (status !== 'asked') return [];
  const { zh, en } = QUESTION_KINDS[question.kind];
  return waiting(rules, {
    handOff: 'question-reply',
    since: question.askedAt,
    due: question.replyBy,
    waitsFor: side === 'asked' ? { who: 'duty-room' } : { who: 'city', city: asked },
    what: {
      zh: `${named('city', asked)}答复${named('city', asker)}的${zh}`,
      en: `Reply of ${named('city', asked)} to ${named('city', asker)}, who asked for ${en}`,
    },
  });
};
