import { runsOf, wordStarts } from './words.ts';

/** Says a Han run in pinyin: one syllable a character, without tones, ü as v. `ofPerson`: it begins with a surname. */
export type SayInPinyin = (run: string, ofPerson: boolean) => readonly string[];

/** Initials stand in the index by three: few enough rows, and seldom the same by chance. */
const INITIALS = 3;

/** A Han run, said syllable by syllable. */
const SEPARATOR = '|';

const initialsOf = (syllables: readonly string[]): string => syllables.map((syllable) => syllable[0] ?? '').join('');

/**
 * @returns the initials by which a Han run is found: the first three from its beginning, in names from each longer word on, too; or
 * those of a run of two.
 */
export const indexedInitials = (run: string, syllables: readonly string[], isName: boolean): readonly string[] => {
  const initials = initialsOf(syllables);
  if (initials.length < INITIALS) return initials.length === 2 ? [initials] : [];
  const starts = wordStarts(run);
  return starts
    .filter((start, index) => start === 0 || (isName && (starts[index + 1] ?? 0) - start > 1))
    .map((start) => initials.slice(start, start + INITIALS))
    .filter(({ length }) => length === INITIALS);
};

/**
 * @returns the pinyin by which a Han run is found: that of its words of two characters, which most words are, and of two neighbours
 * that the dictionary knows as single characters only.
 */
export const indexedPinyin = (run: string, syllables: readonly string[]): readonly string[] => {
  const starts = new Set(wordStarts(run));
  return syllables.slice(1).flatMap((next, index) => {
    const isPair = starts.has(index) && starts.has(index + 2);
    return isPair ? [`${syllables[index]}${next}`] : [];
  });
};

/** @returns the Han runs of texts as said, in the form in which the index keeps them and {@link saidShare} reads them. */
export const saidText = (said: readonly (readonly string[])[]): string =>
  said.map((syllables) => syllables.join(' ')).join(SEPARATOR);

/** How well letters sound like one run: all of it, from its beginning, or somewhere within. */
const SHARES = { whole: 1, beginning: 0.9, within: 0.75 } as const;

const shareIn = (letters: string, text: string, startsAt: (index: number) => boolean): number => {
  if (text === letters) return SHARES.whole;
  if (text.startsWith(letters)) return SHARES.beginning;
  for (let index = text.indexOf(letters, 1); index > 0; index = text.indexOf(letters, index + 1))
    if (startsAt(index)) return SHARES.within;
  return 0;
};

const runShare = (letters: string, run: string): number => {
  const syllables = run.split(' ');
  const starts = new Set<number>();
  let length = 0;
  for (const syllable of syllables) {
    starts.add(length);
    length += syllable.length;
  }
  const byInitials = shareIn(letters, initialsOf(syllables), () => true);
  return letters.length < INITIALS
    ? byInitials
    : Math.max(
        byInitials,
        shareIn(letters, syllables.join(''), (index) => starts.has(index)),
      );
};

/** @returns how well letters, as initials or as pinyin, sound like something in a text that {@link saidText} wrote: 0 to 1. */
export const saidShare = (letters: string, said: string): number =>
  Math.max(...said.split(SEPARATOR).map((run) => runShare(letters, run)));

const SYLLABLE =
  /^(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|ve|[aeiouv])$/;
const LONGEST_SYLLABLE = 6;
/** Of the ways to cut letters into syllables: xian is one word of one, or of two. */
const MOST_CUTS = 2;

/**
 * @param hopeless endings already known to be no pinyin, so that none is tried twice.
 * @returns ways to cut letters into syllables, those of long ones first.
 */
const cuts = (letters: string, hopeless = new Set<string>()): readonly (readonly string[])[] => {
  if (letters === '') return [[]];
  if (hopeless.has(letters)) return [];
  const found: (readonly string[])[] = [];
  for (let length = Math.min(LONGEST_SYLLABLE, letters.length); length > 0 && found.length < MOST_CUTS; length -= 1) {
    const first = letters.slice(0, length);
    if (SYLLABLE.test(first)) found.push(...cuts(letters.slice(length), hopeless).map((rest) => [first, ...rest]));
  }
  if (found.length === 0) hopeless.add(letters);
  return found.slice(0, MOST_CUTS);
};

/** No syllable begins with these. */
const NO_INITIALS = /[iuv]/;
const MOST_LETTERS = 30;

const windows = (initials: string): readonly string[] =>
  initials.length <= INITIALS
    ? [initials]
    : Array.from({ length: initials.length - INITIALS + 1 }, (_, start) => initials.slice(start, start + INITIALS));

const pairs = (syllables: readonly string[]): readonly string[] =>
  syllables.slice(1).map((second, index) => `${syllables[index]}${second}`);

/** What typed letters may be the sound of. */
export interface Sound {
  readonly pinyin: readonly string[];
  readonly initials: readonly string[];
}

/**
 * @returns the pinyin of words and the initials to look for in the index when somebody types letters, which may be initials, pinyin
 * or a word of another language: none when they can be neither of the first two.
 */
export const soughtSound = (letters: string): Sound => {
  if (!/^[a-z]+$/.test(letters) || letters.length < 2 || letters.length > MOST_LETTERS)
    return { pinyin: [], initials: [] };
  const syllables = cuts(letters).filter(({ length }) => length > 1);
  const asInitials = letters.length <= 8 && !NO_INITIALS.test(letters) ? [letters] : [];
  return {
    pinyin: [...new Set(syllables.flatMap(pairs))],
    initials: [...new Set([...asInitials, ...syllables.map(initialsOf)].flatMap(windows))],
  };
};

/** A Han run and its pinyin. */
export interface SaidRun {
  readonly run: string;
  readonly syllables: readonly string[];
}

/** @returns a text's Han runs, each said in pinyin. */
export const sayRuns = (text: string, say: SayInPinyin, ofPerson: boolean): readonly SaidRun[] =>
  runsOf(text)
    .filter(({ script }) => script === 'han')
    .map(({ text: run }) => ({ run, syllables: say(run, ofPerson) }));
