import type { CityCode } from '../../domain/kernel/city-code.ts';
import { folded } from '../../domain/kernel/folded.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import { facetsOf } from '../../domain/lookup/facets.ts';
import { factsOf, satisfies } from '../../domain/lookup/facts.ts';
import { planLookup } from '../../domain/lookup/lookup-plan.ts';
import type { LookupAnswer, LookupHit, LookupQuery, Point } from '../../domain/lookup/lookup-query.ts';
import { fromPlaceKey } from '../../domain/lookup/place-key.ts';
import { type Judged, judge, wayTo } from '../../domain/lookup/score.ts';
import { type Term, termsOf } from '../../domain/lookup/terms.ts';
import { LEAST_FIT, textFit } from '../../domain/lookup/text-fit.ts';
import { TOKENS } from '../../domain/lookup/tokens.ts';
import { CONCEPTS, type Concept } from '../../domain/lookup/vocabulary.ts';
import { distanceKm } from '../../domain/vocabulary/estimated-travel.ts';
import type { Feared } from '../../domain/warning/feared.ts';
import { CITIES } from '../../reference/cities.ts';
import type { Store } from '../store.ts';
import { keys } from '../table.ts';
import { type IndexedEntryRow, IndexedEntryRowSchema } from './index-rows.ts';
import { type Candidate, type Candidates, readCandidates } from './read-lists.ts';

/** What a lookup needs of its cell. */
export interface LookupCell {
  readonly city: CityCode;
  readonly store: Pick<Store, 'query' | 'getMany'>;
}

/**
 * Candidates whose documents are read, the most promising: one BatchGetItem, of more only when a longer page is asked for. Hits
 * beyond are counted, not listed.
 */
const DOCUMENTS = 60;
const MOST_DOCUMENTS = 100;

const documentsFor = ({ limit }: LookupQuery): number => Math.min(MOST_DOCUMENTS, Math.max(DOCUMENTS, limit));

/** The earth's half circumference, km: no radius. */
const ANYWHERE_KM = 20_040;

const seatOf = (city: CityCode): Point | undefined => CITIES.find(({ code }) => code === city)?.seat;

/** Around what the index is read: the point asked for, else the city asked for or named, else the city that asks. */
const centreOf = ({ near, city }: LookupQuery, terms: readonly Term[], asking: CityCode): Point => {
  const named = CITIES.find(({ code }) =>
    terms.some(({ namings }) => namings.some(({ concept }) => concept.token === TOKENS.city(code))),
  );
  return near ?? (city === undefined ? named?.seat : seatOf(city)) ?? seatOf(asking) ?? { latitude: 0, longitude: 0 };
};

/** Cities by the names people use for them. */
const CITY_CONCEPTS: readonly Concept[] = CITIES.map(({ code, name }) => ({
  token: TOKENS.city(code),
  names: [name.zh, name.zh.replace(/(市|[^州]+族自治州)$/u, ''), name.en].map(folded),
  isTrueOf: ({ city }) => city === code,
}));

/** Before documents are read nearness only decides between those of which as much was found. */
const NEARNESS = 0.02;
const HALF_NEAR_KM = 50;

/** How promising a candidate is before its document is read: words found, the rarer the better, then how near. */
const promiseOf = ({ tokens, facts }: Candidate, weights: Candidates['weights'], centre: Point): number => {
  const words = [...tokens].reduce((sum, token) => sum + (weights.get(token) ?? 0), 0);
  return words + NEARNESS / (1 + distanceKm(facts.point, centre) / HALF_NEAR_KM);
};

const mostPromising = ({ all, weights }: Candidates, centre: Point, count: number): readonly Candidate[] =>
  all
    .map((candidate) => ({ candidate, promise: promiseOf(candidate, weights, centre) }))
    .toSorted((a, b) => b.promise - a.promise || (a.candidate.placeKey < b.candidate.placeKey ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate);

/** A document, and under which agreement a partner shares it. */
interface Found {
  readonly row: IndexedEntryRow;
  readonly agreement: string | undefined;
}

const readDocuments = async ({ store }: LookupCell, candidates: readonly Candidate[]): Promise<readonly Found[]> => {
  if (candidates.length === 0) return [];
  const named = candidates.map(({ placeKey }) => {
    const { source, kind, id } = fromPlaceKey(placeKey);
    return { source, key: keys.indexedEntry(source, kind, id) };
  });
  const items = await store.getMany(named.map(({ key }) => key));
  const sources = new Map(named.map(({ source, key }) => [`${key.pk}\n${key.sk}`, source]));
  return items.map((item) => {
    const source = sources.get(`${item.pk}\n${item.sk}`);
    return { row: IndexedEntryRowSchema.parse(item), agreement: source === 'own' ? undefined : source };
  });
};

/** @returns the name by which hits of the same score are put in order. */
export const hitName = ({ entry: { kind, city, id } }: Pick<LookupHit, 'entry'>): string => `${kind}#${city}#${id}`;

const byRank = (left: LookupHit, right: LookupHit): number =>
  right.score - left.score || (hitName(left) < hitName(right) ? -1 : 1);

/** @returns hits in order, an entry that is shared under several agreements once. */
const ranked = (hits: readonly LookupHit[]): readonly LookupHit[] => {
  const byName = new Map<string, LookupHit>();
  for (const hit of hits) {
    const known = byName.get(hitName(hit));
    const agreements = [...(known?.agreements ?? []), ...hit.agreements].toSorted();
    byName.set(hitName(hit), { ...hit, agreements });
  }
  return [...byName.values()].toSorted(byRank);
};

const hitOf = (
  { row: { entry, said }, agreement }: Found,
  query: LookupQuery,
  terms: readonly Term[],
  { asking, now, feared }: Pick<Judged, 'asking' | 'now' | 'feared'>,
): readonly LookupHit[] => {
  if (!entry || !satisfies(factsOf(entry), query)) return [];
  const words = terms.length === 0 ? undefined : textFit(terms, entry, said);
  if (words !== undefined && words < LEAST_FIT) return [];
  const judged = { entry, query, asking, now, feared, ...(words !== undefined && { textFit: words }) };
  const agreements = agreement === undefined ? [] : [agreement];
  const { score, reasons, availability } = judge(judged);
  return [{ entry, agreements, score, reasons: [...reasons], ...wayTo(entry, query), availability }];
};

const ranksAfter = (hit: LookupHit, { after }: LookupQuery): boolean =>
  !after || hit.score < after.score || (hit.score === after.score && hitName(hit) > after.name);

/**
 * Looks up teams, agencies, experts, stock and packages, the city's own and its partners', best first. A bounded number of Queries of
 * bounded length, in at most three rounds, and one BatchGetItem, whatever the registry holds.
 * @param now the moment by which readiness, terms and missions are judged; the same for all pages of a query.
 * @param feared what is warned of where; a partner that is under a warning comes later.
 */
export const lookUp = async (
  cell: LookupCell,
  query: LookupQuery,
  now: Instant,
  feared?: Feared,
): Promise<LookupAnswer> => {
  const terms = query.q === undefined ? [] : termsOf(query.q, [...CONCEPTS, ...CITY_CONCEPTS]);
  const centre = centreOf(query, terms, cell.city);
  const radius = query.withinKilometres ?? ANYWHERE_KM;
  const candidates = await readCandidates(cell.store, planLookup(query, terms), query, centre, radius);
  const count = documentsFor(query);
  const documents = await readDocuments(cell, mostPromising(candidates, centre, count));
  const all = ranked(documents.flatMap((found) => hitOf(found, query, terms, { asking: cell.city, now, feared })));
  const exact = candidates.whole && candidates.all.length <= count;
  const counted = exact ? all.map(({ entry }) => factsOf(entry)) : candidates.all.map(({ facts }) => facts);
  const following = all.filter((hit) => ranksAfter(hit, query));
  return {
    hits: following.slice(0, query.limit),
    more: following.length > query.limit,
    facets: facetsOf(counted),
    found: counted.length,
    exact,
  };
};
