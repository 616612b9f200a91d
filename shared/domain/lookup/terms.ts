import { soughtSound } from './pinyin.ts';
import { TOKENS } from './tokens.ts';
import { CONCEPTS, type Concept } from './vocabulary.ts';
import { type Run, runsOf, singular, soughtPairs } from './words.ts';

/** A concept that a term names, by how much of the term. */
export interface Naming {
  readonly concept: Concept;
  /** 0 to 1. */
  readonly share: number;
}

/** One of the words that somebody looks for. */
export interface Term extends Run {
  readonly namings: readonly Naming[];
  /** Names of the index's lists in which entries with this word stand, the surest first. */
  readonly tokens: readonly string[];
}

const tokensOf = ({ script, text }: Run): readonly string[] => {
  if (script === 'han') return soughtPairs(text).map(TOKENS.word);
  const { pinyin, initials } = soughtSound(text);
  return [TOKENS.word(singular(text)), ...pinyin.map(TOKENS.pinyin), ...initials.map(TOKENS.initials)];
};

/** @returns the text's words one by one, without their plurals, so that phrases are found word by word. */
const phraseOf = (text: string): string =>
  runsOf(text)
    .map(({ text: run }) => singular(run))
    .join(' ');

const holds = (text: string, phrase: string): boolean => ` ${text} `.includes(` ${phrase} `);

/** How much of a run the longest of a concept's names is; of a phrase of letters each word names it in full. */
const shareOf = (names: readonly string[], { script, text }: Run, query: string): number => {
  if (script === 'han')
    return Math.max(0, ...names.map((name) => (text.includes(name) ? name.length / text.length : 0)));
  const phrases = names.map(phraseOf);
  return phrases.some((phrase) => holds(query, phrase) && holds(phrase, singular(text))) ? 1 : 0;
};

/**
 * @param concepts what words may name.
 * @returns the words of a query, each with the lists to look in.
 */
export const termsOf = (query: string, concepts: readonly Concept[] = CONCEPTS): readonly Term[] => {
  const phrase = phraseOf(query);
  return runsOf(query).map((run) => ({
    ...run,
    namings: concepts
      .map((concept) => ({ concept, share: shareOf(concept.names, run, phrase) }))
      .filter(({ share }) => share > 0),
    tokens: tokensOf(run),
  }));
};
