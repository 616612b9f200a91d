import { isDeepStrictEqual } from 'node:util';
import { factsOf } from '../../domain/lookup/facts.ts';
import type { SayInPinyin } from '../../domain/lookup/pinyin.ts';
import { placeOf, toPlaceKey } from '../../domain/lookup/place-key.ts';
import { toSummary } from '../../domain/lookup/summary.ts';
import { indexKeysOf } from '../../domain/lookup/tokens.ts';
import type { RegistryEntry, RegistryEntryKind } from '../../domain/registry/registry-entry.ts';
import { type Key, MAXIMUM_TRANSACTION_WRITES, type Write } from '../store.ts';
import { ENTITY, keys } from '../table.ts';
import type { IndexedEntryRow, Posted, PostingRow } from './index-rows.ts';

/** An entry as it has become. */
export interface EntryChange {
  readonly kind: RegistryEntryKind;
  readonly id: string;
  /** Of the aggregate it comes from, at its owner: an older version never takes the place of a newer one. */
  readonly version: number;
  /** `undefined` takes it out of the index. */
  readonly entry: RegistryEntry | undefined;
}

/** The writes that bring one entry up to date, in transactions in order; each can be repeated from the first one on. */
export interface IndexPlan {
  readonly change: EntryChange;
  readonly transactions: readonly (readonly Write[])[];
}

const NOTHING: Posted = { placeKey: '', tokens: [] };

const rowOf = (source: string, { kind, id, version, entry }: EntryChange, say: SayInPinyin): IndexedEntryRow => {
  const key = { ...keys.indexedEntry(source, kind, id), entity: ENTITY.indexedEntry, version };
  if (!entry) return { ...key, said: '', summary: '', posted: NOTHING };
  const { tokens, said } = indexKeysOf(entry, say);
  const placeKey = toPlaceKey({ kind, id, source, place: placeOf(entry.position) });
  return { ...key, entry, said, summary: toSummary(factsOf(entry)), posted: { placeKey, tokens: [...tokens] } };
};

const postingKeys = ({ placeKey, tokens }: Posted): readonly Key[] =>
  tokens.map((token) => keys.posting(token, placeKey));

/** @returns the keys of all posting rows of an entry that there may be. */
export const allPostingKeys = ({ posted, former = [] }: IndexedEntryRow): readonly Key[] =>
  [posted, ...former].flatMap(postingKeys);

const nameOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`;

/** What is in the first and not in the second. */
const without = (some: readonly Key[], others: readonly Key[]): readonly Key[] => {
  const names = new Set(others.map(nameOf));
  return some.filter((key) => !names.has(nameOf(key)));
};

const postingWrites = (before: IndexedEntryRow | undefined, after: IndexedEntryRow): readonly Write[] => {
  const wanted = postingKeys(after.posted);
  const were = before ? allPostingKeys(before) : [];
  // Rows that tell the same stay; of a change that was broken off nobody knows which rows are there.
  const sure = before && !before.former && before.summary === after.summary ? postingKeys(before.posted) : [];
  return [
    ...without(wanted, sure).map((key): Write => {
      const item: PostingRow = { ...key, entity: ENTITY.posting, summary: after.summary };
      return { kind: 'put', item };
    }),
    ...without(were, wanted).map((key): Write => ({ kind: 'delete', key })),
  ];
};

const chunks = <T>(values: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, index) => values.slice(index * size, (index + 1) * size));

const isUpToDate = (before: IndexedEntryRow | undefined, { version, entry }: EntryChange): boolean => {
  if (!before) return entry === undefined;
  if (before.version > version) return true;
  return !before.former && (before.version === version || isDeepStrictEqual(before.entry, entry));
};

/**
 * @param before what the index holds of the entry.
 * @returns what brings it up to date, or `undefined` when there is nothing to do or the index holds something newer. When it fits
 * into one transaction, it is one; else the first claims the version, the next ones write posting rows, and the last settles it.
 */
export const planOf = (
  source: string,
  before: IndexedEntryRow | undefined,
  change: EntryChange,
  say: SayInPinyin,
): IndexPlan | undefined => {
  if (isUpToDate(before, change)) return undefined;
  const after = rowOf(source, change, say);
  const postings = postingWrites(before, after);
  const condition = before
    ? ({ kind: 'equals', attribute: 'version', value: before.version } as const)
    : ({ kind: 'absent' } as const);
  if (postings.length < MAXIMUM_TRANSACTION_WRITES)
    return { change, transactions: [[{ kind: 'put', item: after, condition }, ...postings]] };
  const still = { kind: 'equals', attribute: 'version', value: change.version } as const;
  const claim: IndexedEntryRow = { ...after, former: before ? [...(before.former ?? []), before.posted] : [] };
  const { pk, sk } = after;
  return {
    change,
    transactions: [
      [{ kind: 'put', item: claim, condition }],
      ...chunks(postings, MAXIMUM_TRANSACTION_WRITES - 1).map((some): readonly Write[] => [
        { kind: 'check', key: { pk, sk }, condition: still },
        ...some,
      ]),
      [{ kind: 'put', item: after, condition: still }],
    ],
  };
};
