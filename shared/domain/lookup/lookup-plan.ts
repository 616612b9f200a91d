import { type RegistryEntryKind, RegistryEntryKindSchema } from '../registry/registry-entry.ts';
import type { LookupQuery } from './lookup-query.ts';
import type { Term } from './terms.ts';
import { COMMON_LANGUAGE, LISTED_SUPPLY_DIGITS, TOKENS } from './tokens.ts';

/** Rows of one kind in one of the index's lists, to be read from the point asked for outwards. */
export interface NearestFirst {
  readonly token: string;
  readonly kind: RegistryEntryKind;
}

/** Which of the index's lists a lookup reads. */
export interface LookupPlan {
  /** Lists of words, each read from its beginning; of one kind when only one is asked for. */
  readonly words: readonly string[];
  readonly onlyKind: RegistryEntryKind | undefined;
  /** Lists read in any case. */
  readonly nearest: readonly NearestFirst[];
  /** Lists read besides when every list of words turns out longer than is read of it. */
  readonly instead: readonly NearestFirst[];
}

/** Lists of words that one lookup reads; each is a Query. */
const MOST_WORDS = 12;
/** Kinds of thing that words can name; each is two Queries a kind of entry, and more in long lists. */
const MOST_SENSES = 2;
/** Lists of words read nearest first when all are long. */
const MOST_LONG_WORDS = 2;

const CAPABLE: readonly RegistryEntryKind[] = ['team', 'agency', 'package'];

/** Kinds of entry that can have what is asked for. */
const kindsFor = ({ kinds, resourceKind, level, supplyCode }: LookupQuery): readonly RegistryEntryKind[] => {
  const goods = supplyCode !== undefined || resourceKind === 'supplies';
  const able = resourceKind !== undefined || level !== undefined;
  const can: readonly RegistryEntryKind[] = goods ? ['stock'] : able ? CAPABLE : RegistryEntryKindSchema.options;
  return can.filter((kind) => kinds === undefined || kinds.includes(kind));
};

/** @returns the shortest list that holds all hits, or nothing when only the kind of entry is named. */
const filterToken = ({ supplyCode, hazard, language, city, ...query }: LookupQuery): string | undefined => {
  // Goods are a kind of entry, which is a part of every list.
  const resourceKind = query.resourceKind === 'supplies' ? undefined : query.resourceKind;
  if (supplyCode !== undefined && LISTED_SUPPLY_DIGITS.includes(supplyCode.length)) return TOKENS.supply(supplyCode);
  if (resourceKind !== undefined && hazard !== undefined) return TOKENS.resourceKindForHazard(resourceKind, hazard);
  if (language !== undefined && language !== COMMON_LANGUAGE) return TOKENS.language(language);
  if (hazard !== undefined) return TOKENS.hazard(hazard);
  if (resourceKind !== undefined) return TOKENS.resourceKind(resourceKind);
  return city === undefined ? undefined : TOKENS.city(city);
};

/** @returns the terms' lists by turn: the surest of each, then the next of each. */
const byTurn = (terms: readonly Term[]): readonly string[] => {
  const longest = Math.max(0, ...terms.map(({ tokens }) => tokens.length));
  const turns = Array.from({ length: longest }, (_, turn) => terms.flatMap(({ tokens }) => tokens[turn] ?? []));
  return [...new Set(turns.flat())].slice(0, MOST_WORDS);
};

/** @returns the lists of what the terms name best. */
const sensesOf = (terms: readonly Term[]): readonly string[] => {
  const namings = terms.flatMap((term) => term.namings).toSorted((left, right) => right.share - left.share);
  return [...new Set(namings.flatMap(({ concept }) => concept.token ?? []))].slice(0, MOST_SENSES);
};

const each = (kinds: readonly RegistryEntryKind[], tokens: readonly string[]): readonly NearestFirst[] =>
  tokens.flatMap((token) => kinds.map((kind) => ({ token, kind })));

/** @returns which lists are read for a query, whose words are these terms: so many at most, whatever the index holds. */
export const planLookup = (query: LookupQuery, terms: readonly Term[]): LookupPlan => {
  const kinds = kindsFor(query);
  const filter = filterToken(query);
  const words = kinds.length === 0 ? [] : byTurn(terms);
  const onlyKind = kinds.length === 1 ? kinds[0] : undefined;
  if (words.length === 0) return { words, onlyKind, nearest: each(kinds, [filter ?? TOKENS.everything]), instead: [] };
  const long = words.slice(0, MOST_LONG_WORDS);
  return {
    words,
    onlyKind,
    nearest: each(kinds, sensesOf(terms)),
    instead: each(kinds, filter === undefined ? long : [filter, ...long]),
  };
};
