import type * as z from 'zod';
import englishLocale from 'zod/v4/locales/en.js';
import chineseLocale from 'zod/v4/locales/zh-CN.js';
import { plainSentence } from './plain-sentence.ts';
import { type Text, TextSchema } from './text.ts';

const english = englishLocale().localeError;
const chinese = chineseLocale().localeError;

const said = (issue: z.core.$ZodIssue, locale: z.core.$ZodErrorMap): string => {
  const sentence = locale({ ...issue, input: issue.input } as z.core.$ZodRawIssue);
  return (typeof sentence === 'string' ? sentence : sentence?.message) ?? issue.message;
};

/** @returns the error of a refinement: its sentence in both languages, for {@link issueSentence} to find. */
export const refinement = (text: Text) => ({ error: text.en, params: { text } });

const ownSentence = (issue: z.core.$ZodIssue): Text | undefined =>
  issue.code === 'custom' ? TextSchema.safeParse(issue.params?.text).data : undefined;

/** @returns what we, or zod, have to say of an issue, in both languages; the issue must come from a parse that reports its input. */
export const issueSentence = (issue: z.core.$ZodIssue): Text =>
  ownSentence(issue) ?? plainSentence(issue) ?? { en: said(issue, english), zh: said(issue, chinese) };
