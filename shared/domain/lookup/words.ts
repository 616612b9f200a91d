import { folded } from '../kernel/folded.ts';

/** A stretch of text in one script: Han characters, which are written without blanks, or a word of letters and digits. */
export interface Run {
  readonly script: 'han' | 'letters';
  readonly text: string;
}

const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}\p{M}])+/gu;
const HAN = /^\p{Script=Han}/u;

/** @returns the runs of a text in order, as they are compared. */
export const runsOf = (text: string): readonly Run[] =>
  [...folded(text).matchAll(RUN)].map(([run]) => ({ script: HAN.test(run) ? 'han' : 'letters', text: run }));

/** @returns a word of letters without its plural's s: landslides is found by landslide. */
export const singular = (word: string): string =>
  word.length > 3 && /^[a-z]+s$/.test(word) && !word.endsWith('ss') ? word.slice(0, -1) : word;

const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });

/** @returns where the words of a Han run begin, as the dictionary of the runtime sees it, and where the run ends; in characters. */
export const wordStarts = (run: string): readonly number[] => {
  const starts = [0];
  for (const { segment } of SEGMENTER.segment(run)) starts.push((starts.at(-1) ?? 0) + [...segment].length);
  return starts;
};

/** @returns the pairs of neighbouring characters of a Han run of which the first stands where it shall. */
const pairsAt = (run: string, keep: (index: number) => boolean): readonly string[] => {
  const characters = [...run];
  return characters.slice(1).flatMap((next, index) => (keep(index) ? [`${characters[index]}${next}`] : []));
};

/**
 * @returns the pairs of characters by which a Han run is found: those within words, and those that join a word of a single
 * character with its neighbour. Pairs across the border of two longer words mean nothing, and each is a row that is paid for.
 */
export const indexedPairs = (run: string): readonly string[] => {
  const starts = wordStarts(run);
  const ends = new Set(starts);
  const isWordOfOne = (index: number): boolean => ends.has(index) && ends.has(index + 1);
  return pairsAt(run, (index) => !ends.has(index + 1) || isWordOfOne(index) || isWordOfOne(index + 1));
};

/**
 * @returns all pairs of neighbouring characters of a Han run, those that words are surely found by first; a single character by
 * itself, which is a surname.
 */
export const soughtPairs = (run: string): readonly string[] =>
  [...run].length === 1 ? [run] : [...new Set([...indexedPairs(run), ...pairsAt(run, () => true)])];
