import type { CityCode } from '../kernel/city-code.ts';
import type { RegistryEntry } from '../registry/registry-entry.ts';
import type { Hazard } from '../vocabulary/hazards.ts';
import type { ResourceKind } from '../vocabulary/resource-kinds.ts';
import { indexedInitials, indexedPinyin, type SaidRun, type SayInPinyin, saidText, sayRuns } from './pinyin.ts';
import { indexedPairs, runsOf, singular } from './words.ts';

/** Names of the index's lists: each holds a posting row of every entry of which it is true. */
export const TOKENS = {
  everything: 'all',
  city: (city: CityCode) => `city/${city}`,
  resourceKind: (kind: ResourceKind) => `kind/${kind}`,
  hazard: (hazard: Hazard) => `hazard/${hazard}`,
  resourceKindForHazard: (kind: ResourceKind, hazard: Hazard) => `kind/${kind}/hazard/${hazard}`,
  language: (language: string) => `language/${language}`,
  /** Three, five or all seven digits. */
  supply: (code: string) => `supply/${code}`,
  /** A pair of Han characters, or a word of letters. */
  word: (word: string) => `word/${word}`,
  initials: (initials: string) => `initials/${initials}`,
  /** Of a word of two characters. */
  pinyin: (pinyin: string) => `pinyin/${pinyin}`,
} as const;

/** Lengths of the supply codes that have a list: the code is 1 + 2 + 2 + 2 digits; of one digit there are only three. */
export const LISTED_SUPPLY_DIGITS: readonly number[] = [3, 5, 7];

/** What everybody here speaks has no list. */
export const COMMON_LANGUAGE = 'zh';

/** Words beyond this are not found by: each costs a row. Names come first, then what people wrote first. */
const MOST_WORDS = 120;
const MOST_SOUNDS = 60;
const LONGEST_WORD = 40;

const listsOf = ({ city, capabilities, hazards, languages, supply }: RegistryEntry): readonly string[] => [
  TOKENS.everything,
  TOKENS.city(city),
  ...capabilities.map(({ kind }) => TOKENS.resourceKind(kind)),
  ...hazards.map(TOKENS.hazard),
  ...capabilities.flatMap(({ kind }) => hazards.map((hazard) => TOKENS.resourceKindForHazard(kind, hazard))),
  ...languages.filter((language) => language !== COMMON_LANGUAGE).map(TOKENS.language),
  ...(supply ? LISTED_SUPPLY_DIGITS.map((digits) => TOKENS.supply(supply.code.slice(0, digits))) : []),
];

/** What an entry is called, and all the other words it is found by. */
export interface EntryTexts {
  readonly names: readonly string[];
  readonly words: readonly string[];
}

export const textsOf = ({ name, nameEn, words, expertise }: RegistryEntry): EntryTexts => ({
  names: nameEn === undefined ? [name] : [name, nameEn],
  words: expertise ? [expertise.subgroup, ...words, expertise.title] : words,
});

/** So many characters beside the names are made rows of, and said. */
const MOST_CHARACTERS = 1500;

/** @returns the texts from the first on, so many characters of them. */
const beginning = (texts: readonly string[]): readonly string[] => {
  let left = MOST_CHARACTERS;
  return texts.flatMap((text) => {
    const some = text.slice(0, left);
    left -= some.length;
    return some === '' ? [] : [some];
  });
};

const wordsIn = (text: string): readonly string[] =>
  runsOf(text).flatMap(({ script, text: run }) =>
    script === 'han' ? indexedPairs(run) : [singular(run).slice(0, LONGEST_WORD)],
  );

/** People are also looked for by their surname alone. */
const surnameOf = ({ kind, name }: RegistryEntry): readonly string[] => {
  const [run] = runsOf(name);
  return kind === 'expert' && run?.script === 'han' ? [...run.text].slice(0, 1) : [];
};

const first = (count: number, values: readonly string[]): readonly string[] => [...new Set(values)].slice(0, count);

const soundTokens = ({ run, syllables }: SaidRun, isName: boolean): readonly string[] => [
  ...indexedInitials(run, syllables, isName).map(TOKENS.initials),
  ...indexedPinyin(run, syllables).map(TOKENS.pinyin),
];

/** What the index keeps of an entry's sound, and the lists that sound puts it in. */
const soundOf = (entry: RegistryEntry, say: SayInPinyin) => {
  const texts = textsOf(entry);
  const names = texts.names.flatMap((name) => sayRuns(name, say, entry.kind === 'expert'));
  const words = beginning(texts.words).flatMap((text) => sayRuns(text, say, false));
  const tokens = [
    ...names.flatMap((said) => soundTokens(said, true)),
    ...words.flatMap((said) => soundTokens(said, false)),
  ];
  return { said: saidText([...names, ...words].map(({ syllables }) => syllables)), tokens: first(MOST_SOUNDS, tokens) };
};

/** By what an entry is found. */
export interface IndexKeys {
  /** The lists it stands in. */
  readonly tokens: readonly string[];
  /** Its Han text in pinyin. */
  readonly said: string;
}

/** @returns the lists an entry stands in, and how it sounds. */
export const indexKeysOf = (entry: RegistryEntry, say: SayInPinyin): IndexKeys => {
  const { names, words } = textsOf(entry);
  const sound = soundOf(entry, say);
  const found = first(MOST_WORDS, [...surnameOf(entry), ...[...names, ...beginning(words)].flatMap(wordsIn)]);
  return {
    tokens: [...new Set([...listsOf(entry), ...found.map(TOKENS.word), ...sound.tokens])],
    said: sound.said,
  };
};
