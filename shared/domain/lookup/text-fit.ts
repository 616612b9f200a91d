import { folded } from '../kernel/folded.ts';
import type { RegistryEntry } from '../registry/registry-entry.ts';
import { saidShare } from './pinyin.ts';
import type { Term } from './terms.ts';
import { textsOf } from './tokens.ts';
import { runsOf, singular, wordStarts } from './words.ts';

/** What a word's being found is worth: in a name, among the other words, in parts, by its sense, by its sound. */
const WORTH = { name: 1, words: 0.9, parts: 0.7, sense: 0.75, sound: 0.95 } as const;

/** An entry's texts as they are compared. */
interface Comparable {
  readonly entry: RegistryEntry;
  readonly said: string;
  readonly names: string;
  readonly words: string;
  readonly nameLetters: ReadonlySet<string>;
  readonly wordLetters: ReadonlySet<string>;
}

const lettersIn = (text: string): ReadonlySet<string> =>
  new Set(runsOf(text).flatMap(({ script, text: run }) => (script === 'letters' ? [singular(run)] : [])));

const comparable = (entry: RegistryEntry, said: string): Comparable => {
  const texts = textsOf(entry);
  const names = folded(texts.names.join('\n'));
  const words = folded([...texts.words, entry.position.place, entry.supply?.code ?? ''].join('\n'));
  return { entry, said, names, words, nameLetters: lettersIn(names), wordLetters: lettersIn(words) };
};

/** What a sentence is held together with. */
const FILLERS: ReadonlySet<string> = new Set([
  '的',
  '有',
  '有没有',
  '没有',
  '和',
  '与',
  '会',
  '能',
  '请',
  '找',
  '查',
  '需要',
  '哪些',
  '哪里',
]);

/** Words of a Han run that mean something by themselves: the longer ones, and single characters joined; the run itself when there is none. */
const partsOf = (run: string): readonly string[] => {
  const starts = wordStarts(run);
  const characters = [...run];
  const words = starts.slice(1).map((end, index) => characters.slice(starts[index], end).join(''));
  const joined = words
    .map((word) => (FILLERS.has(word) ? ' ' : [...word].length > 1 ? ` ${word} ` : word))
    .join('')
    .split(' ')
    .filter((part) => [...part].length > 1);
  return joined.length === 0 ? [run] : joined;
};

const length = (words: readonly string[]): number => words.join('').length;

const sense = ({ namings }: Term, { entry }: Comparable): number =>
  Math.max(0, ...namings.map(({ concept, share }) => (concept.isTrueOf(entry) ? share * WORTH.sense : 0)));

const hanFit = (term: Term, texts: Comparable): number => {
  if (texts.names.includes(term.text)) return WORTH.name;
  if (texts.words.includes(term.text)) return WORTH.words;
  const parts = partsOf(term.text);
  const found = parts.filter((part) => texts.names.includes(part) || texts.words.includes(part));
  return Math.max(sense(term, texts), (length(found) / length(parts)) * WORTH.parts);
};

const lettersFit = (term: Term, texts: Comparable): number => {
  const word = singular(term.text);
  if (texts.nameLetters.has(word)) return WORTH.name;
  if (texts.wordLetters.has(word)) return WORTH.words;
  return Math.max(sense(term, texts), saidShare(term.text, texts.said) * WORTH.sound);
};

/** Below this an entry has nothing to do with what was looked for. */
export const LEAST_FIT = 0.3;

/**
 * @param said the entry's Han text in pinyin, as the index keeps it.
 * @returns how well an entry fits the words looked for, 0 to 1: the mean over the words.
 */
export const textFit = (terms: readonly Term[], entry: RegistryEntry, said: string): number => {
  if (terms.length === 0) return 0;
  const texts = comparable(entry, said);
  const fits = terms.map((term) => (term.script === 'han' ? hanFit(term, texts) : lettersFit(term, texts)));
  return fits.reduce((sum, fit) => sum + fit, 0) / terms.length;
};
