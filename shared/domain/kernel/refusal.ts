import { named, type Vocabulary } from './named.ts';
import type { Text } from './text.ts';

/** What kind of no it is; HTTP turns it into 422, 403, 404, 409 and 412. */
export type RefusalCategory = 'invalid' | 'forbidden' | 'missing' | 'conflict' | 'stale';

/** A reason for which commands are refused: a stable code and the sentence people read, with `{parameters}`. */
export interface RefusalReason<C extends string = string> {
  readonly code: C;
  readonly category: RefusalCategory;
  readonly sentence: Text;
}

/** One refused command: the reason, what fills its sentence, and a JSON pointer into the command where one field is to blame. */
export interface Refusal {
  readonly reason: RefusalReason;
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly pointer?: string;
}

/** Declares a reason; keep each beside the decisions that use it. */
export const reason = <C extends string>(code: C, category: RefusalCategory, sentence: Text): RefusalReason<C> => ({
  code,
  category,
  sentence,
});

/** Parameters that hold codes, and of what kind; all others are said as they are. */
const VOCABULARY_OF: Readonly<Record<string, Vocabulary>> = {
  city: 'city',
  from: 'city',
  to: 'city',
  partner: 'city',
  requester: 'city',
  hazard: 'hazard',
  kind: 'kind',
  status: 'status',
  step: 'status',
  category: 'category',
};

const said = (name: string, value: string | number): string => {
  const vocabulary = VOCABULARY_OF[name];
  return vocabulary === undefined ? String(value) : named(vocabulary, String(value));
};

/** @returns the refusal's sentence with its parameters filled in, in both languages; codes are left to `spoken`. */
export const sentenceOf = ({ reason: { sentence }, parameters }: Refusal): Text => {
  const fill = (template: string): string =>
    template.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = parameters[name];
      return value === undefined ? whole : said(name, value);
    });
  return { zh: fill(sentence.zh), en: fill(sentence.en) };
};
