import type * as z from 'zod';
import { issueSentence } from '../domain/kernel/issue-sentence.ts';
import { jsonPointer } from '../domain/kernel/json-pointer.ts';
import type { Language, Text } from '../domain/kernel/text.ts';
import { EDXL_RULES, ruleOf } from './edxl/rules.ts';

/** So many are told; whoever sent the message has enough to mend. */
const TOLD = 3;

/** Without the input, only what was said in English when the issue arose is right. */
const sentenceOf = (issue: z.core.$ZodIssue): Text => {
  const rule = ruleOf(issue);
  if (rule !== undefined) return EDXL_RULES[rule];
  return 'input' in issue ? issueSentence(issue) : { zh: '不合要求', en: issue.message };
};

/**
 * @returns the first things wrong with a value, each with a JSON pointer to it; in Chinese only as much as can be said, unless the
 * error comes from a parse that reports its input.
 */
export const firstProblems = ({ issues }: z.core.$ZodError): Text => {
  const told = issues.slice(0, TOLD).map((issue) => ({ at: jsonPointer(issue.path), sentence: sentenceOf(issue) }));
  const say = (language: Language): string => told.map(({ at, sentence }) => `${at} ${sentence[language]}`).join('; ');
  return { zh: say('zh'), en: say('en') };
};
