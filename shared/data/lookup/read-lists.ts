import { coverCircle } from '../../domain/lookup/cover.ts';
import { type Facts, satisfies } from '../../domain/lookup/facts.ts';
import type { LookupPlan, NearestFirst } from '../../domain/lookup/lookup-plan.ts';
import type { LookupQuery, Point } from '../../domain/lookup/lookup-query.ts';
import { fromPlaceKey, middleOf, placeOf, placeRange } from '../../domain/lookup/place-key.ts';
import { fromSummary } from '../../domain/lookup/summary.ts';
import { distanceKm } from '../../domain/vocabulary/estimated-travel.ts';
import type { PartitionQuery, Store } from '../store.ts';
import { keys } from '../table.ts';
import { type PostingRow, PostingRowSchema } from './index-rows.ts';

type Reader = Pick<Store, 'query'>;

/** Rows read of a list of words, of either side of a point, and of one stretch around it. */
const WORD_ROWS = 80;
const SIDE_ROWS = 40;
const STRETCH_ROWS = 40;
/** Around a point, so many rows are sure to be the nearest. */
const NEAREST = 30;

/** What was read of a list. */
interface ListRead {
  readonly token: string;
  readonly rows: readonly PostingRow[];
  /** Whether that is all there is of it, within what was asked. */
  readonly whole: boolean;
}

const rowsOf = async (store: Reader, query: PartitionQuery): Promise<Omit<ListRead, 'token'>> => {
  const { items, next } = await store.query(query);
  return { rows: items.map((item) => PostingRowSchema.parse(item)), whole: next === undefined };
};

const readFromStart = async (store: Reader, token: string, onlyKind: LookupPlan['onlyKind']): Promise<ListRead> => {
  const { pk } = keys.posting(token, '');
  const between = onlyKind && { between: placeRange(onlyKind) };
  return { token, ...(await rowsOf(store, { pk, limit: WORD_ROWS, ...between })) };
};

/** How far from the centre the rows are of which there are enough, km. */
const enoughWithin = (rows: readonly PostingRow[], centre: Point): number => {
  const distances = rows.map(({ sk }) => distanceKm(middleOf(fromPlaceKey(sk).place), centre));
  return distances.toSorted((left, right) => left - right)[NEAREST] ?? Number.POSITIVE_INFINITY;
};

/**
 * Reads a list from a point outwards. Along the curve that places lie on, a little is read to both sides; if there is more, how far
 * away those are tells how large a circle is sure to hold the nearest, and that is read in at most nine stretches.
 */
const readNearest = async (
  store: Reader,
  { token, kind }: NearestFirst,
  centre: Point,
  radiusKilometres: number,
): Promise<ListRead> => {
  const { pk } = keys.posting(token, '');
  const here = placeOf(centre);
  const [first, last] = placeRange(kind);
  const [before, after] = await Promise.all([
    rowsOf(store, { pk, between: [first, `${kind}#${here}`], limit: SIDE_ROWS, descending: true }),
    rowsOf(store, { pk, between: [`${kind}#${here}`, last], limit: SIDE_ROWS }),
  ]);
  const sides = [...before.rows, ...after.rows];
  if (before.whole && after.whole) return { token, rows: sides, whole: true };
  const enough = enoughWithin(sides, centre);
  const stretches = await Promise.all(
    coverCircle(centre, Math.min(radiusKilometres, enough)).map(([from, to]) =>
      rowsOf(store, { pk, between: placeRange(kind, from, to), limit: STRETCH_ROWS }),
    ),
  );
  return {
    token,
    rows: [...sides, ...stretches.flatMap(({ rows }) => rows)],
    whole: radiusKilometres <= enough && stretches.every(({ whole }) => whole),
  };
};

/** An entry that may be a hit, as its posting rows tell. */
export interface Candidate {
  readonly placeKey: string;
  readonly facts: Facts;
  /** The lists it was found in. */
  readonly tokens: ReadonlySet<string>;
}

export interface Candidates {
  readonly all: readonly Candidate[];
  /** Whether that is every entry in any of the lists. */
  readonly whole: boolean;
  /** How telling each list is, 0 to 1: the shorter, the more. */
  readonly weights: ReadonlyMap<string, number>;
}

const merge = (reads: readonly ListRead[], query: LookupQuery): readonly Candidate[] => {
  const found = new Map<string, { summary: string; tokens: Set<string> }>();
  for (const { token, rows } of reads)
    for (const { sk, summary } of rows) {
      const known = found.get(sk);
      if (known) known.tokens.add(token);
      else found.set(sk, { summary, tokens: new Set([token]) });
    }
  return [...found].flatMap(([placeKey, { summary, tokens }]) => {
    const facts = fromSummary(summary, placeKey);
    return satisfies(facts, query) ? [{ placeKey, facts, tokens }] : [];
  });
};

/** A list that was not read to its end is taken to be so many times as long. */
const UNREAD = 10;

/** A list that is read kind by kind is as long as its kinds together. */
const weightsOf = (reads: readonly ListRead[]): ReadonlyMap<string, number> => {
  const lengths = new Map<string, number>();
  for (const { token, rows, whole } of reads)
    lengths.set(token, (lengths.get(token) ?? 0) + rows.length * (whole ? 1 : UNREAD));
  return new Map([...lengths].map(([token, length]) => [token, 1 / Math.sqrt(1 + length)]));
};

/** Reads the lists of a plan, all at once; those that stand in for words only when every list of words is too long. */
export const readCandidates = async (
  store: Reader,
  plan: LookupPlan,
  query: LookupQuery,
  centre: Point,
  radiusKilometres: number,
): Promise<Candidates> => {
  const nearest = (lists: readonly NearestFirst[]) =>
    lists.map((list) => readNearest(store, list, centre, radiusKilometres));
  const [words, around] = await Promise.all([
    Promise.all(plan.words.map((token) => readFromStart(store, token, plan.onlyKind))),
    Promise.all(nearest(plan.nearest)),
  ]);
  const said = words.filter(({ rows }) => rows.length > 0);
  const allLong = said.length > 0 && said.every(({ whole }) => !whole);
  const instead = allLong ? await Promise.all(nearest(plan.instead)) : [];
  const reads = [...words, ...around, ...instead];
  return { all: merge(reads, query), whole: reads.every(({ whole }) => whole), weights: weightsOf(reads) };
};
