import { folded } from '../kernel/folded.ts';
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

/** Words of letters stand in a phrase as whole words. */
const isPhraseIn = (name: string, query: string): boolean => ` ${query} `.includes(` ${name} `);

const namingOf = (concept: Concept, { script, text }: Run, query: string): Naming | undefined => {
  const [longest] = concept.names
    .filter((name) => (script === 'han' ? text.includes(name) : isPhraseIn(name, query) && isPhraseIn(text, name)))
    .toSorted((left, right) => right.length - left.length);
  if (longest === undefined) return undefined;
  return { concept, share: script === 'han' ? longest.length / text.length : 1 };
};

/** @returns the words of a query, each with the lists to look in. */
export const termsOf = (query: string): readonly Term[] => {
  const runs = runsOf(query);
  const words = runs.map(({ text }) => singular(text)).join(' ');
  return runs.map((run) => ({
    ...run,
    namings: CONCEPTS.flatMap(
      (concept) => namingOf(concept, run, folded(query)) ?? namingOf(concept, run, words) ?? [],
    ),
    tokens: tokensOf(run),
  }));
};
