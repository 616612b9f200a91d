/** Kinds of code that sentences name; what each is called in words is reference data, which the domain does not know. */
export const VOCABULARIES = ['city', 'hazard', 'kind', 'status', 'category'] as const;
export type Vocabulary = (typeof VOCABULARIES)[number];

/** @returns a place in a sentence for what a code is called; `spoken` (shared/reference) puts the words there. */
export const named = (vocabulary: Vocabulary, code: string): string => `{${vocabulary}:${code}}`;
